package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Metrics of special form: conformal and Kähler ones. */
final class Families {
  private Families() {}

  static List<Theorem> theorems() {
    return List.of(conformal(), kahler());
  }

  private static Theorem conformal() {
    return Theorem.named("conformal-curvature", "Curvature of a conformally changed metric")
        .in(
            d ->
                Worlds.riemannian(d)
                    .field("f")
                    .metric("\\hat g")
                    .define(
                        "\\hat g_{ij} = \\mathrm{e}^{2f}g_{ij}",
                        "\\hat\\Gamma^k{}_{ij} = \\tfrac12\\hat g^{kl}(\\partial_i\\hat g_{jl}"
                            + " + \\partial_j\\hat g_{il} - \\partial_l\\hat g_{ij})",
                        "\\hat R_{ij} = \\partial_k\\hat\\Gamma^k{}_{ij}"
                            + " - \\partial_j\\hat\\Gamma^k{}_{ik}"
                            + " + \\hat\\Gamma^k{}_{kl}\\hat\\Gamma^l{}_{ij}"
                            + " - \\hat\\Gamma^k{}_{jl}\\hat\\Gamma^l{}_{ik}",
                        "\\hat R = \\hat g^{ij}\\hat R_{ij}"))
        .claim(
            "\\hat R_{ij} = R_{ij} - (d-2)(\\nabla_i\\nabla_j f - \\nabla_i f\\,\\nabla_j f)"
                + " - (\\Delta f + (d-2)\\nabla_a f\\,\\nabla^a f)g_{ij}",
            "\\hat R_{ij} = R_{ij} - (d-2)(\\nabla_i\\nabla_j f - \\nabla_i f\\,\\nabla_j f)"
                + " - (2\\Delta f + (d-2)\\nabla_a f\\,\\nabla^a f)g_{ij}")
        .claim(
            "\\hat R = \\mathrm{e}^{-2f}"
                + "(R - 2(d-1)\\Delta f - (d-2)(d-1)\\nabla_a f\\,\\nabla^a f)",
            "\\hat R = \\mathrm{e}^{-2f}"
                + "(R + 2(d-1)\\Delta f - (d-2)(d-1)\\nabla_a f\\,\\nabla^a f)")
        .build();
  }

  /** Coordinates z¹ … z^m and z̄¹ … z̄^m, independent of each other, and a general potential. */
  private static Setting.Builder potential(int d) {
    int m = d / 2;
    Setting.Builder world =
        Setting.of(d)
            .stretch(0, m, "a", "b", "c", "e")
            .stretch(m, m, "\\bar a", "\\bar b", "\\bar c", "\\bar e")
            .field("K")
            .define("k_{a\\bar b} = \\partial_a\\partial_{\\bar b}K")
            .metric("g")
            .define("g_{a\\bar b} = k_{a\\bar b}", "g_{\\bar b a} = k_{a\\bar b}");
    return world.define(
        "\\Gamma^k{}_{ij}"
            + " = \\tfrac12 g^{kl}(\\partial_i g_{jl} + \\partial_j g_{il} - \\partial_l g_{ij})",
        "R_{ij} = \\partial_k\\Gamma^k{}_{ij} - \\partial_j\\Gamma^k{}_{ik}"
            + " + \\Gamma^k{}_{kl}\\Gamma^l{}_{ij} - \\Gamma^k{}_{jl}\\Gamma^l{}_{ik}");
  }

  private static Theorem kahler() {
    return Theorem.named("kahler-ricci", "The Ricci tensor of a Kähler metric is -∂∂̄ log det g")
        .dimensions(2, 4, 6)
        .in(Families::potential)
        .claim(
            "R_{a\\bar b} = -\\partial_a\\partial_{\\bar b}\\log\\det k",
            "R_{a\\bar b} = \\partial_a\\partial_{\\bar b}\\log\\det k")
        .claim("R_{ab} = 0", "R_{a\\bar b} = 0")
        .build();
  }
}
