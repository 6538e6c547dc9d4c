package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** How geometry changes under Ricci flow. */
final class RicciFlow {
  private RicciFlow() {}

  static List<Theorem> theorems() {
    return List.of(volume(), connection(), ricci(), scalar(), deturck());
  }

  private static Theorem volume() {
    return Theorem.named("ricci-flow-of-volume", "Under Ricci flow ∂_t dV = -R dV")
        .in(Worlds::ricciFlow)
        .claim("\\partial_t\\sqrt{g} = -R\\sqrt{g}", "\\partial_t\\sqrt{g} = -2R\\sqrt{g}")
        .build();
  }

  private static Theorem connection() {
    return Theorem.named("ricci-flow-of-connection", "The Christoffel symbols under Ricci flow")
        .in(Worlds::ricciFlow)
        .claim(
            "\\partial_t\\Gamma^k{}_{ij}"
                + " = -g^{kl}(\\nabla_i R_{jl} + \\nabla_j R_{il} - \\nabla_l R_{ij})",
            "\\partial_t\\Gamma^k{}_{ij}"
                + " = -g^{kl}(\\nabla_i R_{jl} + \\nabla_j R_{il} + \\nabla_l R_{ij})")
        .build();
  }

  private static Theorem ricci() {
    return Theorem.named("ricci-flow-of-ricci", "The Ricci tensor under Ricci flow")
        .in(Worlds::ricciFlow)
        .claim(
            "\\partial_t R_{ij} = \\Delta R_{ij} + 2R_{ikjl}R^{kl} - 2R_{ik}R^k{}_j",
            "\\partial_t R_{ij} = \\Delta R_{ij} + 2R_{ikjl}R^{kl} + 2R_{ik}R^k{}_j")
        .build();
  }

  private static Theorem scalar() {
    return Theorem.named("ricci-flow-of-scalar-curvature", "Scalar curvature under Ricci flow")
        .in(Worlds::ricciFlow)
        .claim(
            "\\partial_t R = \\Delta R + 2R_{ij}R^{ij}", "\\partial_t R = \\Delta R + R_{ij}R^{ij}")
        .build();
  }

  private static Theorem deturck() {
    return Theorem.named("deturck", "DeTurck's gauge makes Ricci flow parabolic")
        .in(
            d ->
                Worlds.withCurvature(
                        Setting.of(d).symmetric("\\bar g_{ij}").define("g_{ij} = \\bar g_{ij}"))
                    .metric("\\bar g")
                    .symmetric("h_{ij}")
                    .flow("\\delta g_{ij} = h_{ij}")
                    .define(
                        "\\bar\\Gamma^k{}_{ij} = \\tfrac12\\bar g^{kl}(\\partial_i\\bar g_{jl}"
                            + " + \\partial_j\\bar g_{il} - \\partial_l\\bar g_{ij})",
                        "W_k = g_{kl}g^{ij}(\\Gamma^l{}_{ij} - \\bar\\Gamma^l{}_{ij})",
                        "P_{ij} = -2R_{ij} + \\nabla_i W_j + \\nabla_j W_i"))
        .claim(
            "\\delta P_{ij} = \\Delta h_{ij} + 2R_{ikjl}h^{kl} - R_{ik}h^k{}_j - R_{jk}h^k{}_i",
            "-2\\delta R_{ij} = \\Delta h_{ij} + 2R_{ikjl}h^{kl} - R_{ik}h^k{}_j - R_{jk}h^k{}_i")
        .build();
  }
}
