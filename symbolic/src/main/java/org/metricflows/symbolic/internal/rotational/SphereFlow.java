package org.metricflows.symbolic.internal.rotational;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/**
 * Ricci flow of rotationally symmetric spheres without singular terms at the poles.
 *
 * <p>Points keep their share x/π of the arc length from pole to pole, so that χ = ℓ(t) is a number,
 * and the radius is
 *
 * <pre>
 *   ψ = ℓ sin x · p,     p = 1 + v sin² x,     v(x, t) even and smooth about x = 0 and π.
 * </pre>
 *
 * Then ψ_s = ±1 at the poles whatever v, the round sphere is v = 0, and a smooth sphere is one with
 * a smooth v. With a = 2v cos x + v_x sin x (so p_x = a sin x), u = v_x/sin x and m = v cos x + a,
 *
 * <pre>
 *   ψ_s = cos x + m sin² x
 *   ℓ² K_tan = (1 − 2m cos x − m² sin² x)/p²
 *   ℓ² K_rad = 1 − (3a cos x + (v_xx + 3u cos x − 2v) sin² x)/p
 * </pre>
 *
 * Ricci flow moves a point of the sphere by ṡ = −∫₀ˢ Ric_ss relative to its pole. To hold x, that
 * is subtracted with its share of the whole. The integral is taken after one integration by parts,
 * so that it has only first derivatives of v:
 *
 * <pre>
 *   e = (2a cos x + a² sin² x/p)/p,     h sin x = ∫₀ˣ (e − ē),  ē the mean of e
 *   ℓ² v_t = v_xx + 3u cos x − 2v − 2(n−1)a²/p + (n−1)(p h_x/sin x − a h)
 *            + (n−2)(2v − u cos x + v² sin² x + m² − 3a v cos x)/p
 *   (ℓ²)_t = −2(n−1)(1 − ē)
 * </pre>
 *
 * <p>No term is large at the poles and none cancels another there. Inputs are named c = cos x, s =
 * sin x, v, u, w = v_xx, h and y = h_x/sin x.
 *
 * @param dimension n ≥ 2
 */
public record SphereFlow(int dimension) {

  public SphereFlow {
    WarpedProduct.requireDimension(dimension);
  }

  /** e of c, s, v, u: what remains of ℓ²(1 − K_rad) when a derivative of p_x/p is taken off. */
  public Derivation stretching() {
    Draft d = new Draft();
    stretching(d);
    return d.builder.build("e");
  }

  private static void stretching(Draft d) {
    Expr inner = d.c.times(2).times(d.a).plus(d.s.pow(2).times(d.a.pow(2)).over(d.p));
    d.builder.define("e", inner.over(d.p));
  }

  /** ℓ² v_t of c, s, v, u, w, h, y. */
  public Derivation velocity() {
    Draft d = new Draft();
    velocity(d);
    return d.builder.build("vt");
  }

  private void velocity(Draft d) {
    Expr w = d.bend();
    Expr h = d.builder.input("h");
    Expr y = d.builder.input("y", "h_x/\\sin x");
    Expr spreading = w.plus(d.c.times(d.u).times(3)).minus(d.v.times(2));
    Expr stretched =
        d.p.times(y).minus(d.a.times(h)).minus(d.a.pow(2).times(2).over(d.p)).times(dimension - 1L);
    d.builder.define("vt", "\\ell^2\\partial_t v", spreading.plus(stretched).plus(tangential(d)));
  }

  private Expr tangential(Draft d) {
    Expr sum =
        d.v
            .times(2)
            .minus(d.c.times(d.u))
            .plus(d.s.times(d.v).pow(2))
            .plus(d.m.pow(2))
            .minus(d.c.times(d.a).times(d.v).times(3));
    return d.builder.define("q", sum.over(d.p)).times(dimension - 2L);
  }

  /**
   * The geometry at a point, of c, s, v, u, w: ψ/ℓ, ψ_s, ℓ²K_rad, ℓ²K_tan and ℓ²R, by the names
   * psi, psis, Krad, Ktan, R.
   */
  public Derivation geometry() {
    Draft d = new Draft();
    geometry(d);
    return d.builder.build("psi", "psis", "Krad", "Ktan", "R");
  }

  private void geometry(Draft d) {
    Expr w = d.bend();
    Expr square = d.s.pow(2);
    d.builder.define("psi", "\\psi/\\ell", d.s.times(d.p));
    d.builder.define("psis", "\\psi_s", d.c.plus(square.times(d.m)));
    Expr inner = w.plus(d.c.times(d.u).times(3)).minus(d.v.times(2));
    Expr bend = d.c.times(d.a).times(3).plus(square.times(inner));
    Expr radial = d.builder.define("Krad", "\\ell^2K_{rad}", Expr.of(1).minus(bend.over(d.p)));
    Expr numerator = Expr.of(1).minus(d.c.times(d.m).times(2)).minus(square.times(d.m.pow(2)));
    Expr tangential = d.builder.define("Ktan", "\\ell^2K_{tan}", numerator.over(d.p.pow(2)));
    d.builder.define("R", "\\ell^2R", WarpedProduct.scalar(dimension, radial, tangential));
  }

  /** The three in one program, in the order geometry, stretching, velocity. */
  public Derivation equations() {
    Draft d = new Draft();
    geometry(d);
    stretching(d);
    velocity(d);
    return d.builder.build("psi", "psis", "Krad", "Ktan", "R", "e", "vt");
  }

  /** The names that all derivations begin with. */
  private static final class Draft {
    final Derivation.Builder builder = Derivation.builder();
    final Expr c = builder.input("c", "\\cos x");
    final Expr s = builder.input("s", "\\sin x");
    final Expr v = builder.input("v");
    final Expr u = builder.input("u", "v_x/\\sin x");
    final Expr p = builder.define("p", v.times(s.pow(2)).plus(1));
    final Expr a = builder.define("a", c.times(v).times(2).plus(s.pow(2).times(u)));
    final Expr m = builder.define("m", c.times(v).plus(a));

    Expr bend() {
      return builder.input("w", "v_{xx}");
    }
  }
}
