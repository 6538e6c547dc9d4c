package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** First variations by a general symmetric h = δg: of the volume, of curvature, of actions. */
final class Variations {
  private Variations() {}

  static List<Theorem> theorems() {
    return List.of(
        volume(), christoffel(), ricci(), scalar(), einsteinHilbert(), naturality(), perelman());
  }

  private static Theorem volume() {
    return Theorem.named("variation-of-volume", "First variation of the volume density")
        .dimensions(1, 2, 3, 4)
        .in(Worlds::varied)
        .claim("\\delta\\sqrt{g} = \\tfrac12\\sqrt{g}\\,h", "\\delta\\sqrt{g} = \\sqrt{g}\\,h")
        .claim("\\delta g^{ij} = -h^{ij}", "\\delta g^{ij} = h^{ij}")
        .build();
  }

  private static Theorem christoffel() {
    return Theorem.named("variation-of-connection", "First variation of the Christoffel symbols")
        .dimensions(1, 2, 3, 4)
        .in(Worlds::varied)
        .claim(
            "\\delta\\Gamma^k{}_{ij}"
                + " = \\tfrac12 g^{kl}(\\nabla_i h_{jl} + \\nabla_j h_{il} - \\nabla_l h_{ij})",
            "\\delta\\Gamma^k{}_{ij}"
                + " = \\tfrac12 g^{kl}(\\nabla_i h_{jl} + \\nabla_j h_{il} + \\nabla_l h_{ij})")
        .build();
  }

  private static Theorem ricci() {
    return Theorem.named("variation-of-ricci", "First variation of the Ricci tensor")
        .in(
            d ->
                Worlds.varied(d)
                    .define(
                        "C^k{}_{ij} = \\tfrac12 g^{kl}"
                            + "(\\nabla_i h_{jl} + \\nabla_j h_{il} - \\nabla_l h_{ij})"))
        .claim(
            "\\delta R_{ij} = \\nabla_k C^k{}_{ij} - \\nabla_i C^k{}_{kj}",
            "\\delta R_{ij} = \\nabla_k C^k{}_{ij} + \\nabla_i C^k{}_{kj}")
        .claim(
            "\\delta R_{ij} = \\tfrac12(\\nabla^k\\nabla_i h_{jk} + \\nabla^k\\nabla_j h_{ik}"
                + " - \\Delta h_{ij} - \\nabla_i\\nabla_j h)",
            "\\delta R_{ij} = \\tfrac12(\\nabla^k\\nabla_i h_{jk} + \\nabla^k\\nabla_j h_{ik}"
                + " - \\Delta h_{ij} + \\nabla_i\\nabla_j h)")
        .build();
  }

  private static Theorem scalar() {
    return Theorem.named("variation-of-scalar-curvature", "First variation of scalar curvature")
        .in(Worlds::varied)
        .claim(
            "\\delta R = -R^{ij}h_{ij} + \\nabla^i\\nabla^j h_{ij} - \\Delta h",
            "\\delta R = R^{ij}h_{ij} + \\nabla^i\\nabla^j h_{ij} - \\Delta h")
        .build();
  }

  private static Theorem einsteinHilbert() {
    return Theorem.named(
            "einstein-hilbert", "The Euler operator of the Einstein-Hilbert action is -√g G")
        .in(d -> Worlds.varied(d).define("V^i = \\sqrt{g}(\\nabla_j h^{ij} - \\nabla^i h)"))
        .claim(
            "\\delta(\\sqrt{g}R) = -\\sqrt{g}\\,G^{ij}h_{ij} + \\partial_i V^i",
            "\\delta(\\sqrt{g}R) = -\\sqrt{g}\\,R^{ij}h_{ij} + \\partial_i V^i")
        .build();
  }

  private static Theorem naturality() {
    return Theorem.named(
            "naturality", "Along a vector field the metric carries its Ricci tensor with it")
        .in(
            d ->
                Worlds.riemannian(d)
                    .field("V^i")
                    .flow("\\delta g_{ij} = \\nabla_i V_j + \\nabla_j V_i"))
        .claim(
            "\\nabla_i V_j + \\nabla_j V_i"
                + " = V^k\\partial_k g_{ij} + g_{kj}\\partial_i V^k + g_{ik}\\partial_j V^k",
            "\\nabla_i V_j + \\nabla_j V_i"
                + " = V^k\\partial_k g_{ij} + g_{kj}\\partial_i V^k - g_{ik}\\partial_j V^k")
        .claim(
            "\\delta R_{ij} = V^k\\partial_k R_{ij} + R_{kj}\\partial_i V^k + R_{ik}\\partial_j V^k",
            "\\delta R_{ij} = V^k\\partial_k R_{ij} - R_{kj}\\partial_i V^k + R_{ik}\\partial_j V^k")
        .claim("\\delta R = V^k\\partial_k R", "\\delta R = -V^k\\partial_k R")
        .build();
  }

  private static Theorem perelman() {
    return Theorem.named("variation-of-perelman-f", "First variation of Perelman's F")
        .in(
            d ->
                Worlds.riemannian(d)
                    .field("f")
                    .symmetric("h_{ij}")
                    .field("k")
                    .define(
                        "h = g^{ij}h_{ij}",
                        "S_{ij} = R_{ij} + \\nabla_i\\nabla_j f",
                        "u = \\mathrm{e}^{-f}\\sqrt{g}",
                        "V^i = u(\\nabla_j h^{ij} - \\nabla^i h + h^{ij}\\nabla_j f - h\\nabla^i f"
                            + " + 2k\\nabla^i f)")
                    .flow("\\delta g_{ij} = h_{ij}", "\\delta f = k"))
        .claim(
            "\\delta[(R + \\nabla_a f\\,\\nabla^a f)u] = -h_{ij}S^{ij}u"
                + " + (\\tfrac12 h - k)(2\\Delta f - \\nabla_a f\\,\\nabla^a f + R)u"
                + " + \\partial_i V^i",
            "\\delta[(R + \\nabla_a f\\,\\nabla^a f)u] = -h_{ij}S^{ij}u"
                + " + (\\tfrac12 h - k)(2\\Delta f + \\nabla_a f\\,\\nabla^a f + R)u"
                + " + \\partial_i V^i")
        .build();
  }
}
