package org.metricflows.symbolic.internal.rotational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;

/**
 * The metric χ(x)² dx² + ψ(x)² g_S in any coordinate x.
 *
 * <p>A plane is spanned by ∂_x and a tangent of the sphere, or by two tangents; three dimensions
 * have both kinds. There the general formulas of {@link Curvature} are written for the coordinates
 * x, y₁, y₂ with g_S = δ/(1 + |y|²/4)² at y = 0, and K_rad and K_tan read off. Every other
 * dimension counts planes: Ric_xx = (n−1) K_rad χ², ….
 *
 * <p>Derivations take ψ, ψ_x, ψ_xx, χ, χ_x at a point, by the names psi, psid1, psid11, chi, chid1.
 *
 * @param dimension n ≥ 2
 */
public record WarpedProduct(int dimension) {
  private static final int WHOLE = 3;

  public WarpedProduct {
    requireDimension(dimension);
  }

  static void requireDimension(int dimension) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension: " + dimension + " is below 2");
    }
  }

  /** K_rad, K_tan and R: the names Krad, Ktan, R. */
  public Derivation curvature() {
    return new Draft().build("Krad", "Ktan", "R");
  }

  /** Ricci flow with x held fixed: ψ_t and χ_t, the names psit and chit. */
  public Derivation ricciFlow() {
    Draft d = new Draft();
    d.builder.define(
        "psit", "\\partial_t\\psi", d.tangentialRicci().times(d.builder.value("psi")).negate());
    d.builder.define(
        "chit", "\\partial_t\\chi", d.radialRicci().times(d.builder.value("chi")).negate());
    return d.build("psit", "chit");
  }

  /**
   * What is told of the metric, with indices a, b of the sphere: Γ^x_xx, Γ^x_ab in units of g_S,
   * Γ^a_xb in units of δ^a_b, K_rad, K_tan, the Ricci curvatures (n−1)K_rad and K_rad + (n−2)K_tan
   * of unit vectors, R, |Ric|², and the Kretschmann scalar R_abcd R^abcd: the names Gammaxxx,
   * Gammaxab, Gammaaxb, Krad, Ktan, Ricrad, Rictan, R, RicSq, Kret.
   */
  public Derivation geometry() {
    Draft d = new Draft();
    Derivation.Builder b = d.builder;
    b.define("Gammaxxx", "\\Gamma^x_{xx}", d.whole.gamma(0, 0, 0));
    b.define("Gammaxab", "\\Gamma^x_{S}", d.whole.gamma(0, 1, 1));
    b.define("Gammaaxb", "\\Gamma^S_{x}", d.whole.gamma(1, 0, 1));
    Expr radial = b.define("Ricrad", "Ric_{rad}", d.radialRicci());
    Expr tangential = b.define("Rictan", "Ric_{tan}", d.tangentialRicci());
    b.define("RicSq", "R_{ij}R^{ij}", radial.pow(2).plus(tangential.pow(2).times(dimension - 1L)));
    Expr planes = d.radial.pow(2).times(2).plus(d.tangential.pow(2).times(dimension - 2L));
    b.define("Kret", "R_{ijkl}R^{ijkl}", planes.times(2L * (dimension - 1)));
    return d.build(
        "Gammaxxx",
        "Gammaxab",
        "Gammaaxb",
        "Krad",
        "Ktan",
        "Ricrad",
        "Rictan",
        "R",
        "RicSq",
        "Kret");
  }

  /** R = (n−1)(2 K_rad + (n−2) K_tan). */
  static Expr scalar(int n, Expr radial, Expr tangential) {
    return radial.times(2).plus(tangential.times(n - 2L)).times(n - 1L);
  }

  /** The general formulas of the metric whose ψ and χ are functions of x with the given jets. */
  static Curvature whole(Derivation.Builder builder, Jet radius, Jet lapse) {
    Jet sphere = radius.times(radius).times(unitSphere());
    Jet zero = Jet.constant(Rational.ZERO, WHOLE, 2);
    MetricJet metric =
        new MetricJet(WHOLE, List.of(lapse.times(lapse), zero, zero, sphere, zero, sphere));
    return Curvature.of(builder, metric.define(builder));
  }

  /** 1/(1 + |y|²/4)² at y = 0. */
  private static Jet unitSphere() {
    List<Symbol> chart = List.of(new Symbol("x1"), new Symbol("x2"), new Symbol("x3"));
    Expr square = chart.get(1).pow(2).plus(chart.get(2).pow(2));
    Jet anywhere = Jet.of(square.over(4).plus(1).pow(-2), chart, 2);
    Map<Symbol, Expr> pole = new HashMap<>();
    chart.forEach(y -> pole.put(y, Rational.ZERO));
    return new Jet(
        WHOLE, 2, anywhere.coefficients().stream().map(c -> c.substitute(pole)).toList());
  }

  /** A function of x alone. */
  static Jet ofX(Expr value, Expr slope, Expr bend) {
    List<Expr> coefficients = new ArrayList<>(Jet.constant(value, WHOLE, 2).coefficients());
    coefficients.set(1, slope);
    coefficients.set(1 + WHOLE, bend);
    return new Jet(WHOLE, 2, coefficients);
  }

  /** The lines that all derivations begin with. */
  private final class Draft {
    final Derivation.Builder builder = Derivation.builder();
    final Curvature whole;
    final Expr radial;
    final Expr tangential;

    Draft() {
      Jet radius =
          ofX(
              builder.input("psi", "\\psi"),
              builder.input("psid1", "\\partial_x\\psi"),
              builder.input("psid11", "\\partial_x^2\\psi"));
      Expr chi = builder.input("chi", "\\chi");
      Expr chiX = builder.input("chid1", "\\partial_x\\chi");
      Jet lapse = ofX(chi, chiX, builder.input("chid11", "\\partial_x^2\\chi"));
      whole = whole(builder, radius, lapse);
      MetricJet g = whole.metric();
      radial =
          builder.define(
              "Krad", "K_{rad}", whole.riemann(0, 1, 0, 1).over(g.g(0, 0).times(g.g(1, 1))));
      tangential =
          builder.define("Ktan", "K_{tan}", whole.riemann(1, 2, 1, 2).over(g.g(1, 1).pow(2)));
      builder.define("R", scalar(dimension, radial, tangential));
    }

    Expr radialRicci() {
      return radial.times(dimension - 1L);
    }

    Expr tangentialRicci() {
      return radial.plus(tangential.times(dimension - 2L));
    }

    /** χ_xx, which drops out of curvature, is no input any more. */
    Derivation build(String... outputs) {
      Derivation all = builder.build(outputs);
      Derivation needed = all.withOutputs(all.outputs());
      return needed.withInputs(all.inputs().subList(0, all.inputs().size() - 1));
    }
  }
}
