package org.metricflows.proofs.internal.catalogue;

import java.util.List;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.tensor.Worlds;
import org.metricflows.proofs.internal.theorem.Theorem;

/** Exact solutions of Ricci flow, and solitons. */
final class ExactSolutions {
  private static final String FLOW = "\\partial_t g_{ij} = -2R_{ij}";
  private static final String WRONG = "\\partial_t g_{ij} = -R_{ij}";

  private ExactSolutions() {}

  static List<Theorem> theorems() {
    return List.of(
        sphere(), hyperbolic(), cigar(), sausage(), gaussian(), warped(), lapse(), bryant());
  }

  private static Setting.Builder conformallyFlat(int d, String... factor) {
    return Worlds.withCurvature(
        Setting.of(d)
            .position("x^i")
            .variable("t")
            .define("s = \\delta_{ij}x^i x^j")
            .define(factor)
            .define("g_{ij} = u\\,\\delta_{ij}"));
  }

  private static Theorem sphere() {
    return Theorem.named("shrinking-sphere", "Round spheres shrink as r² = r₀² - 2(d-1)t")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                conformallyFlat(
                        d,
                        "r = r_{0} - 2(d-1)t".replace("r_{0}", "\\rho"),
                        "u = \\frac{4r}{(1+s)^2}")
                    .constant("\\rho"))
        .claim(FLOW, "\\partial_t g_{ij} = R_{ij} - 2\\delta_{ij}")
        .claim("r R_{ij} = (d-1)g_{ij}", "r R_{ij} = d g_{ij}")
        .build();
  }

  private static Theorem hyperbolic() {
    return Theorem.named("expanding-hyperbolic-space", "Hyperbolic space expands as 1 + 2(d-1)t")
        .dimensions(2, 3, 4)
        .in(d -> conformallyFlat(d, "r = 1 + 2(d-1)t", "u = \\frac{4r}{(1-s)^2}"))
        .claim(FLOW, WRONG)
        .claim("r R_{ij} = -(d-1)g_{ij}", "r R_{ij} = (d-1)g_{ij}")
        .build();
  }

  private static Theorem cigar() {
    return Theorem.named("cigar-soliton", "Hamilton's cigar moves by diffeomorphisms alone")
        .dimensions(2)
        .in(
            d ->
                conformallyFlat(d, "u = \\frac{1}{\\mathrm{e}^{4t} + s}")
                    .define("f = -\\log(\\mathrm{e}^{4t} + s)"))
        .claim(FLOW, WRONG)
        .claim("R_{ij} + \\nabla_i\\nabla_j f = 0", "R_{ij} - \\nabla_i\\nabla_j f = 0")
        .build();
  }

  private static Theorem sausage() {
    return Theorem.named("sausage", "The King-Rosenau solution on the cylinder")
        .dimensions(2)
        .in(
            d ->
                Worlds.withCurvature(
                    Setting.of(d)
                        .chart("s", "\\phi")
                        .variable("t")
                        .define(
                            "u = \\frac{\\sinh(-4t)}{\\cosh(2s) + \\cosh(4t)}",
                            "g_{ij} = u\\,\\delta_{ij}")))
        .claim(FLOW, WRONG)
        .build();
  }

  private static Theorem gaussian() {
    return Theorem.named("gaussian-soliton", "f = |x|²/4τ makes flat space a shrinking soliton")
        .dimensions(1, 2, 3, 4)
        .in(
            d ->
                Worlds.withCurvature(
                    Setting.of(d)
                        .position("x^i")
                        .variable("\\tau")
                        .define(
                            "g_{ij} = \\delta_{ij}", "f = \\frac{\\delta_{ij}x^i x^j}{4\\tau}")))
        .claim(
            "R_{ij} + \\nabla_i\\nabla_j f = \\frac{1}{2\\tau}g_{ij}",
            "R_{ij} + \\nabla_i\\nabla_j f = \\frac{1}{\\tau}g_{ij}")
        .claim(
            "-\\partial_\\tau f = -\\Delta f + \\nabla_a f\\,\\nabla^a f - R + \\frac{d}{2\\tau}",
            "-\\partial_\\tau f = \\Delta f + \\nabla_a f\\,\\nabla^a f - R + \\frac{d}{2\\tau}")
        .build();
  }

  /** ds² + ψ(s)² times the round unit sphere. */
  private static Setting.Builder warpedProduct(int d) {
    return warpedProduct(d, "1");
  }

  /** The lapse times ds², and ψ(s)² times the round unit sphere in stereographic coordinates. */
  private static Setting.Builder warpedProduct(int d, String lapseSquared) {
    String[] names = new String[d];
    names[0] = "s";
    StringBuilder square = new StringBuilder();
    for (int i = 1; i < d; i++) {
      names[i] = (char) ('w' + i) + "";
      square.append(" + ").append(names[i]).append("^2");
    }
    Setting.Builder world =
        Setting.of(d)
            .chart(names)
            .stretch(1, d - 1, "p", "q")
            .functionOf("s", "\\psi")
            .functionOf("s", "f")
            .functionOf("s", "\\chi")
            .define(
                "\\gamma_{pq} = \\frac{4}{(1" + square + ")^2}\\delta_{pq}",
                "g_{11} = " + lapseSquared,
                "g_{pq} = \\psi^2\\gamma_{pq}");
    return Worlds.withCurvature(world);
  }

  private static Theorem warped() {
    return Theorem.named("rotational-symmetry", "The curvature of a rotationally symmetric metric")
        .dimensions(2, 3, 4)
        .in(ExactSolutions::warpedProduct)
        .claim(
            "R_{11} = -(d-1)\\frac{\\partial_s\\partial_s\\psi}{\\psi}",
            "R_{11} = -d\\frac{\\partial_s\\partial_s\\psi}{\\psi}")
        .claim(
            "R_{pq} = ((d-2)(1 - (\\partial_s\\psi)^2) - \\psi\\partial_s\\partial_s\\psi)\\gamma_{pq}",
            "R_{pq} = ((d-2)(1 - (\\partial_s\\psi)^2) + \\psi\\partial_s\\partial_s\\psi)\\gamma_{pq}")
        .build();
  }

  private static Theorem lapse() {
    return Theorem.named("rotational-ricci-flow", "Ricci flow of χ²ds² + ψ²g_S in any coordinate s")
        .dimensions(2, 3, 4)
        .in(d -> warpedProduct(d, "\\chi^2").define("\\sigma = \\frac{\\partial_s\\psi}{\\chi}"))
        .claim(
            "-R_{11} = \\chi(d-1)\\frac{\\partial_s\\sigma}{\\psi}",
            "-R_{11} = \\chi^2(d-1)\\frac{\\partial_s\\sigma}{\\psi}")
        .claim(
            "-R_{pq} = \\psi(\\frac{\\partial_s\\sigma}{\\chi}"
                + " - (d-2)\\frac{1 - \\sigma^2}{\\psi})\\gamma_{pq}",
            "-R_{pq} = \\psi(\\frac{\\partial_s\\sigma}{\\chi}"
                + " - (d-1)\\frac{1 - \\sigma^2}{\\psi})\\gamma_{pq}")
        .build();
  }

  private static Theorem bryant() {
    return Theorem.named("bryant-soliton", "The steady soliton's equation as Bryant's ODE")
        .dimensions(2, 3, 4)
        .in(ExactSolutions::warpedProduct)
        .claim(
            "R_{11} + \\nabla_1\\nabla_1 f"
                + " = \\partial_s\\partial_s f - (d-1)\\frac{\\partial_s\\partial_s\\psi}{\\psi}",
            "R_{11} + \\nabla_1\\nabla_1 f"
                + " = -\\partial_s\\partial_s f - (d-1)\\frac{\\partial_s\\partial_s\\psi}{\\psi}")
        .claim(
            "R_{pq} + \\nabla_p\\nabla_q f = ((d-2)(1 - (\\partial_s\\psi)^2)"
                + " - \\psi\\partial_s\\partial_s\\psi"
                + " + \\psi\\partial_s\\psi\\,\\partial_s f)\\gamma_{pq}",
            "R_{pq} + \\nabla_p\\nabla_q f = ((d-2)(1 - (\\partial_s\\psi)^2)"
                + " - \\psi\\partial_s\\partial_s\\psi"
                + " - \\psi\\partial_s\\psi\\,\\partial_s f)\\gamma_{pq}")
        .build();
  }
}
