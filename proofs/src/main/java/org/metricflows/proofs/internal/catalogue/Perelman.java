package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Perelman's functionals: their gradient flow at fixed measure and their monotonicity. */
final class Perelman {
  private static final String GRADIENT_SQUARED = "\\nabla_a f\\,\\nabla^a f";

  private Perelman() {}

  static List<Theorem> theorems() {
    return List.of(
        gradientFlow(),
        monotoneF(),
        monotoneW(),
        diffeomorphism(),
        measure(),
        conjugateHeat(),
        monotoneUnderRicciFlow());
  }

  private static Theorem gradientFlow() {
    return Theorem.named("gradient-flow-at-fixed-measure", "Perelman's flow is a gradient flow")
        .in(
            d ->
                Worlds.measured(d)
                    .symmetric("h_{ij}")
                    .define(
                        "h = g^{ij}h_{ij}",
                        "V^i = m(\\nabla_j h^{ij} - \\nabla^i h + h^{ij}\\nabla_j f)",
                        "\\Omega_{ijkl} = g_{ik}g_{jl} + g_{il}g_{jk}")
                    .flow("\\delta g_{ij} = h_{ij}", "\\partial_t g_{ij} = -\\Omega_{ijkl}S^{kl}"))
        .claim(
            "\\delta[(R + " + GRADIENT_SQUARED + ")m] = -h_{ij}S^{ij}m + \\partial_i V^i",
            "\\delta[(R + " + GRADIENT_SQUARED + ")m] = -h_{ij}R^{ij}m + \\partial_i V^i")
        .claim("\\delta f = \\tfrac12 h", "\\delta f = h")
        .claim(
            "\\partial_t g_{ij} = -2(R_{ij} + \\nabla_i\\nabla_j f)",
            "\\partial_t g_{ij} = -(R_{ij} + \\nabla_i\\nabla_j f)")
        .claim("\\partial_t f = -R - \\Delta f", "\\partial_t f = -R + \\Delta f")
        .build();
  }

  private static Theorem monotoneF() {
    return Theorem.named("monotonicity-of-f", "dF/dt = 2∫|Ric + ∇∇f|² dm")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Worlds.perelmanFlow(d)
                    .define(
                        "S = g^{ij}S_{ij}",
                        "V^i = -2m(\\nabla_j S^{ij} - \\nabla^i S + S^{ij}\\nabla_j f)"))
        .claim(
            "\\partial_t[(R + " + GRADIENT_SQUARED + ")m] = 2S_{ij}S^{ij}m + \\partial_i V^i",
            "\\partial_t[(R + " + GRADIENT_SQUARED + ")m] = S_{ij}S^{ij}m + \\partial_i V^i")
        .build();
  }

  private static Theorem monotoneW() {
    return Theorem.named("monotonicity-of-w", "dW/dt = 2τ∫|Ric + ∇∇f - g/2τ|² dm")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Worlds.riemannian(d)
                    .field("m")
                    .constant("\\tau")
                    .define(
                        "f = \\log\\sqrt{g} - \\log m - \\tfrac12 d\\log(4\\pi\\tau)",
                        "S_{ij} = R_{ij} + \\nabla_i\\nabla_j f",
                        "S = g^{ij}S_{ij}",
                        "N_{ij} = S_{ij} - \\frac{1}{2\\tau}g_{ij}",
                        "w = \\tau(R + " + GRADIENT_SQUARED + ") + f - d",
                        "V^i = -2\\tau m(\\nabla_j S^{ij} - \\nabla^i S + S^{ij}\\nabla_j f)"
                            + " + m\\nabla^i f")
                    .flow("\\partial_t g_{ij} = -2S_{ij}", "\\partial_t\\tau = -1"))
        .claim(
            "\\partial_t(w m) = 2\\tau N_{ij}N^{ij}m + \\partial_i V^i",
            "\\partial_t(w m) = 2\\tau S_{ij}N^{ij}m + \\partial_i V^i")
        .claim(
            "\\partial_t f = -R - \\Delta f + \\frac{d}{2\\tau}",
            "\\partial_t f = -R - \\Delta f - \\frac{d}{2\\tau}")
        .build();
  }

  private static Theorem diffeomorphism() {
    return Theorem.named("perelman-is-ricci-flow", "Perelman's flow is Ricci flow seen through ∇f")
        .in(Worlds::measured)
        .claim(
            "-2S_{ij} = -2R_{ij} - (\\nabla^k f\\,\\partial_k g_{ij}"
                + " + g_{kj}\\partial_i\\nabla^k f + g_{ik}\\partial_j\\nabla^k f)",
            "-2S_{ij} = -2R_{ij} + (\\nabla^k f\\,\\partial_k g_{ij}"
                + " + g_{kj}\\partial_i\\nabla^k f + g_{ik}\\partial_j\\nabla^k f)")
        .claim(
            "(-R - \\Delta f) + \\nabla^k f\\,\\partial_k f"
                + " = -\\Delta f + "
                + GRADIENT_SQUARED
                + " - R",
            "(-R - \\Delta f) - \\nabla^k f\\,\\partial_k f"
                + " = -\\Delta f + "
                + GRADIENT_SQUARED
                + " - R")
        .build();
  }

  private static Theorem measure() {
    return Theorem.named("conserved-measure", "Perelman's flow keeps e^{-f} dV")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Worlds.riemannian(d)
                    .field("f")
                    .flow(
                        "\\partial_t g_{ij} = -2(R_{ij} + \\nabla_i\\nabla_j f)",
                        "\\partial_t f = -R - \\Delta f"))
        .claim(
            "\\partial_t(\\mathrm{e}^{-f}\\sqrt{g}) = 0",
            "\\partial_t(\\mathrm{e}^{f}\\sqrt{g}) = 0")
        .build();
  }

  private static Setting.Builder backwardHeat(int d) {
    return Worlds.ricciFlow(d)
        .field("f")
        .define("u = \\mathrm{e}^{-f}")
        .flow("\\partial_t f = -\\Delta f + " + GRADIENT_SQUARED + " - R");
  }

  private static Theorem conjugateHeat() {
    return Theorem.named(
            "conjugate-heat-equation", "Under Ricci flow e^{-f} obeys the conjugate heat equation")
        .dimensions(1, 2, 3, 4)
        .in(Perelman::backwardHeat)
        .claim("\\partial_t u = -\\Delta u + R u", "\\partial_t u = \\Delta u + R u")
        .claim(
            "\\partial_t(u\\sqrt{g}) = -\\partial_i(\\sqrt{g}\\,\\nabla^i u)",
            "\\partial_t(u\\sqrt{g}) = \\partial_i(\\sqrt{g}\\,\\nabla^i u)")
        .build();
  }

  private static Theorem monotoneUnderRicciFlow() {
    return Theorem.named(
            "monotonicity-under-ricci-flow", "F grows alike under Ricci flow and backward heat")
        .in(
            d ->
                backwardHeat(d)
                    .define(
                        "S_{ij} = R_{ij} + \\nabla_i\\nabla_j f",
                        "S = g^{ij}S_{ij}",
                        "m = u\\sqrt{g}",
                        "V^i = -2m(\\nabla_j S^{ij} - \\nabla^i S + S^{ij}\\nabla_j f)"
                            + " + m(R + "
                            + GRADIENT_SQUARED
                            + ")\\nabla^i f"))
        .claim(
            "\\partial_t[(R + " + GRADIENT_SQUARED + ")m] = 2S_{ij}S^{ij}m + \\partial_i V^i",
            "\\partial_t[(R + " + GRADIENT_SQUARED + ")m] = 2R_{ij}S^{ij}m + \\partial_i V^i")
        .build();
  }
}
