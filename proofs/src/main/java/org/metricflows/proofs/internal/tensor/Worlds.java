package org.metricflows.proofs.internal.tensor;

/** The settings that many theorems share. */
public final class Worlds {
  private Worlds() {}

  /** The definitions of curvature, for a metric that is declared or defined already. */
  public static Setting.Builder withCurvature(Setting.Builder builder) {
    return builder
        .metric("g")
        .define(
            "\\Gamma^k{}_{ij}"
                + " = \\tfrac12 g^{kl}(\\partial_i g_{jl} + \\partial_j g_{il} - \\partial_l g_{ij})",
            "R^a{}_{bcd} = \\partial_c\\Gamma^a{}_{bd} - \\partial_d\\Gamma^a{}_{bc}"
                + " + \\Gamma^a{}_{ce}\\Gamma^e{}_{bd} - \\Gamma^a{}_{de}\\Gamma^e{}_{bc}",
            "R_{bd} = R^a{}_{bad}",
            "R = g^{ab}R_{ab}",
            "G_{ab} = R_{ab} - \\tfrac12 R g_{ab}");
  }

  /** A general metric on d coordinates. */
  public static Setting.Builder riemannian(int d) {
    return withCurvature(Setting.of(d).symmetric("g_{ij}"));
  }

  /** A general metric that varies by a general symmetric tensor field h. */
  public static Setting.Builder varied(int d) {
    return riemannian(d)
        .symmetric("h_{ij}")
        .define("h = g^{ij}h_{ij}")
        .flow("\\delta g_{ij} = h_{ij}");
  }

  /** A general metric under Ricci flow. */
  public static Setting.Builder ricciFlow(int d) {
    return riemannian(d).flow("\\partial_t g_{ij} = -2R_{ij}");
  }

  /** A general metric and a fixed general measure m dx, which define Perelman's f. */
  public static Setting.Builder measured(int d) {
    return riemannian(d)
        .field("m")
        .define("f = \\log\\sqrt{g} - \\log m", "S_{ij} = R_{ij} + \\nabla_i\\nabla_j f");
  }

  /** Perelman's gradient flow at fixed measure. */
  public static Setting.Builder perelmanFlow(int d) {
    return measured(d).flow("\\partial_t g_{ij} = -2S_{ij}");
  }
}
