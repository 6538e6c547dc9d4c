package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Gradient descent in parameters seen in function space: the flow that the NTK drives. */
final class Networks {
  private static final int PARAMETERS = 3;
  private static final int SAMPLES = 4;
  private static final int OTHERS = 2;

  private Networks() {}

  static List<Theorem> theorems() {
    return List.of(flowEquation(), lossRate(), ansatz(), naturalGradient(), jetForm(), eulerForm());
  }

  /**
   * Numbers y_A that depend on the parameters θ_I in any way: the components of the metric's jets
   * at the sample points. z_B are such numbers at other points. The loss ℓ is any function of y.
   */
  private static Setting.Builder network(int d) {
    return Setting.of(d)
        .euclidean()
        .parameters("parameters", PARAMETERS, "I", "J")
        .family("samples", SAMPLES, "A", "C")
        .family("others", OTHERS, "B", "E")
        .functionOf("parameters", "y_A")
        .functionOf("parameters", "z_B")
        .composite("L", "y_A", "\\ell")
        .define(
            "v_I = -\\partial_I L",
            "\\Theta_{AC} = \\partial_I y_A\\,\\partial_I y_C",
            "\\Theta'_{BA} = \\partial_I z_B\\,\\partial_I y_A");
  }

  private static Theorem flowEquation() {
    return Theorem.named(
            "metric-ntk-flow",
            "Gradient descent moves the metric by the NTK times the loss's slope")
        .dimensions(1)
        .in(Networks::network)
        .claim("\\partial_I L = \\ell_A\\partial_I y_A", "\\partial_I L = 2\\ell_A\\partial_I y_A")
        .claim(
            "v_I\\partial_I z_B = -\\Theta'_{BA}\\ell_A",
            "v_I\\partial_I z_B = \\Theta'_{BA}\\ell_A")
        .claim(
            "v_I\\partial_I y_A = -\\Theta_{AC}\\ell_C", "v_I\\partial_I y_A = \\Theta_{AC}\\ell_C")
        .build();
  }

  private static Theorem lossRate() {
    return Theorem.named("loss-rate", "The loss falls at the rate ∫∫ δℓ Θ δℓ")
        .dimensions(1)
        .in(Networks::network)
        .claim(
            "-v_I\\partial_I L = \\ell_A\\Theta_{AC}\\ell_C",
            "v_I\\partial_I L = \\ell_A\\Theta_{AC}\\ell_C")
        .claim("-v_I\\partial_I L = v_I v_I", "-v_I\\partial_I L = -v_I v_I")
        .build();
  }

  private static Theorem ansatz() {
    return Theorem.named("ansatz-ntk", "A metric made of outputs f has the NTK G' Θ G'ᵀ")
        .dimensions(1)
        .in(
            d ->
                Setting.of(d)
                    .euclidean()
                    .parameters("parameters", PARAMETERS, "I", "J")
                    .family("outputs", 2, "A", "C")
                    .functionOf("parameters", "f_A")
                    .composite("g", "f_A", "h")
                    .composite("k", "f_A", "l")
                    .define("\\Theta_{AC} = \\partial_I f_A\\,\\partial_I f_C"))
        .claim(
            "\\partial_I g\\,\\partial_I k = h_A\\Theta_{AC}l_C",
            "\\partial_I g\\,\\partial_I k = h_A\\Theta_{AC}h_C")
        .build();
  }

  /**
   * Parameters are coordinates here, and J^T W J a metric on them: the pull-back of the inner
   * product W of velocities. V is any velocity of the numbers y_A, L any loss of them.
   */
  private static Theorem naturalGradient() {
    return Theorem.named(
            "natural-gradient",
            "The natural gradient follows a velocity by an orthogonal projector")
        .dimensions(1, 2, 3)
        .in(
            d ->
                Setting.of(d)
                    .euclidean()
                    .family("samples", SAMPLES, "A", "B", "C", "E")
                    .field("y_A")
                    .field("V_A")
                    .symmetricConstant("W_{AC}")
                    .composite("L", "y_A", "\\ell")
                    .metric("k")
                    .define(
                        "k_{ij} = \\partial_i y_A\\,W_{AC}\\,\\partial_j y_C",
                        "v^i = k^{ij}\\partial_j y_A\\,W_{AC}V_C",
                        "w^i = -k^{ij}\\partial_j L",
                        "P_{AC} = \\partial_i y_A\\,k^{ij}\\partial_j y_B\\,W_{BC}"))
        .claim("v^i\\partial_i y_A = P_{AC}V_C", "v^i\\partial_i y_A = -P_{AC}V_C")
        .claim(
            "\\partial_i y_A\\,W_{AC}(v^j\\partial_j y_C - V_C) = 0",
            "\\partial_i y_A\\,W_{AC}(v^j\\partial_j y_C + V_C) = 0")
        .claim("P_{AB}P_{BC} = P_{AC}", "P_{AB}P_{BC} = 2P_{AC}")
        .claim("P_{AC}\\partial_i y_C = \\partial_i y_A", "P_{AC}\\partial_i y_C = 0")
        .claim("W_{AB}P_{BC} = W_{CB}P_{BA}", "W_{AB}P_{BC} = -W_{CB}P_{BA}")
        .claim("-w^i\\partial_i L = k_{ij}w^i w^j", "w^i\\partial_i L = k_{ij}w^i w^j")
        .build();
  }

  private static Theorem jetForm() {
    return Theorem.named(
            "jet-form", "A loss with derivatives: the flow of jets, exact for any sum over points")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Setting.of(d)
                    .euclidean()
                    .parameters("parameters", PARAMETERS, "I", "J")
                    .family("samples", SAMPLES, "A", "C")
                    .field("g")
                    .functionOf("parameters", "y_A")
                    .composite("L", "y_A", "\\ell")
                    .define("v_I = -\\partial_I L", "\\Theta_A = \\partial_I g\\,\\partial_I y_A"))
        .claim("v_I\\partial_I g = -\\Theta_A\\ell_A", "v_I\\partial_I g = \\Theta_A\\ell_A")
        .claim(
            "v_I\\partial_I\\partial_i g = -\\partial_i\\Theta_A\\,\\ell_A",
            "v_I\\partial_I\\partial_i g = \\partial_i\\Theta_A\\,\\ell_A")
        .claim(
            "v_I\\partial_I\\partial_i\\partial_j g = -\\partial_i\\partial_j\\Theta_A\\,\\ell_A",
            "v_I\\partial_I\\partial_i\\partial_j g = \\partial_i\\partial_j\\Theta_A\\,\\ell_A")
        .build();
  }

  private static Theorem eulerForm() {
    return Theorem.named(
            "jet-form-is-euler-form", "Jet form and Euler operator differ by a divergence")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Setting.of(d)
                    .field("\\eta")
                    .field("p")
                    .field("p^i")
                    .symmetric("p^{ij}")
                    .define(
                        "E = p - \\partial_i p^i + \\partial_i\\partial_j p^{ij}",
                        "V^i = p^i\\eta + p^{ij}\\partial_j\\eta - \\eta\\,\\partial_j p^{ij}"))
        .claim(
            "p\\eta + p^i\\partial_i\\eta + p^{ij}\\partial_i\\partial_j\\eta"
                + " = E\\eta + \\partial_i V^i",
            "p\\eta + p^i\\partial_i\\eta + p^{ij}\\partial_i\\partial_j\\eta"
                + " = E\\eta - \\partial_i V^i")
        .build();
  }
}
