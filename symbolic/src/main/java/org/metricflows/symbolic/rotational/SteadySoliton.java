package org.metricflows.symbolic.rotational;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

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

  /** The start of the power series at the pole, for k = 1. */
  public PoleSeries series(int terms) {
    return PoleSeries.of(dimension, terms);
  }
}
