package org.metricflows.symbolic.internal.rotational;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;

/**
 * The rotationally symmetric steady soliton: Ric + ∇∇f = 0 for ds² + ψ(s)² g_S and f(s).
 *
 * <pre>
 *   ψ'' = (n−2)(1 − ψ'²)/ψ + ψ' f',     f'' = (n−1) ψ''/ψ
 *   R + f'² = R(0)
 * </pre>
 *
 * The second line is a first integral of the first. About the pole ψ is odd and f even in s, fixed
 * by the one number k = K(0) = R(0)/(n(n−1)); the other solutions differ by a scale.
 *
 * @param dimension n ≥ 2
 */
public record SteadySoliton(int dimension) {

  public SteadySoliton {
    WarpedProduct.requireDimension(dimension);
  }

  /** Of psi, psis = ψ', fs = f': the names psiss = ψ'', fss = f'', R. */
  public Derivation equations() {
    Derivation.Builder b = Derivation.builder();
    Expr psi = b.input("psi", "\\psi");
    Expr slope = b.input("psis", "\\psi'");
    Expr drift = b.input("fs", "f'");
    Expr cap = b.define("cap", "(1-\\psi'^2)/\\psi", Expr.of(1).minus(slope.pow(2)).over(psi));
    Expr bend = b.define("psiss", "\\psi''", cap.times(dimension - 2L).plus(slope.times(drift)));
    b.define("fss", "f''", bend.over(psi).times(dimension - 1L));
    b.define("R", WarpedProduct.scalar(dimension, bend.over(psi).negate(), cap.over(psi)));
    return b.build("psiss", "fss", "R");
  }

  /**
   * Ric + ∇∇f by the general formulas, of psi, psis, psiss, fs, fss: on ∂_s and on unit tangents of
   * the spheres, by the names radial and tangential.
   */
  public Derivation defect() {
    Derivation.Builder b = Derivation.builder();
    Expr psi = b.input("psi", "\\psi");
    Jet radius = WarpedProduct.ofX(psi, b.input("psis", "\\psi'"), b.input("psiss", "\\psi''"));
    Jet potential = WarpedProduct.ofX(b.input("f"), b.input("fs", "f'"), b.input("fss", "f''"));
    Jet lapse = WarpedProduct.ofX(Rational.ONE, Rational.ZERO, Rational.ZERO);
    Curvature whole = WarpedProduct.whole(b, radius, lapse);
    Expr radial = whole.riemann(0, 1, 0, 1).over(psi.pow(2));
    Expr tangential = whole.riemann(1, 2, 1, 2).over(psi.pow(4));
    Expr ricci = radial.plus(tangential.times(dimension - 2L));
    b.define("radial", radial.times(dimension - 1L).plus(whole.hessian(potential, 0, 0)));
    b.define("tangential", ricci.plus(whole.hessian(potential, 1, 1).over(psi.pow(2))));
    Derivation all = b.build("radial", "tangential");
    Derivation needed = all.withOutputs(all.outputs());
    return needed.withInputs(
        all.inputs().stream().filter(i -> !i.name().name().equals("f")).toList());
  }

  /** The start of the power series at the pole, for k = 1. */
  public PoleSeries series(int terms) {
    return PoleSeries.of(dimension, terms);
  }
}
