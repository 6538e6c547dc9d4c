package org.metricflows.symbolic.internal.kernel;

import static org.metricflows.symbolic.expression.Rational.ONE;
import static org.metricflows.symbolic.internal.kernel.Dual.P;
import static org.metricflows.symbolic.internal.kernel.Dual.Q;
import static org.metricflows.symbolic.internal.kernel.Dual.R;

import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;

/**
 * Dual functions, written so that nothing cancels or divides by zero for p, q ≥ 0 and r² ≤ pq, the
 * coincident points p = q = r included.
 */
final class ClosedForms {

  private static final Expr HALF_SUM = P.plus(Q).over(2);
  private static final Expr ONE_PLUS_P = P.plus(1);
  private static final Expr ONE_PLUS_Q = Q.plus(1);

  /** (1 + p)(1 + q) − r² ≥ 1. */
  private static final Expr DETERMINANT = ONE_PLUS_P.times(ONE_PLUS_Q).minus(R.pow(2));

  private ClosedForms() {}

  /** erf(u): (2/π) asin of the correlation 2r/√((1+2p)(1+2q)). */
  static ClosedForm erf() {
    Expr a = P.times(2).plus(1);
    Expr b = Q.times(2).plus(1);
    Expr correlation = R.times(2).over(Expr.sqrt(a)).over(Expr.sqrt(b));
    Expr gap = a.times(b).minus(R.pow(2).times(4));
    return new ClosedForm(
        Call.of(Fn.ASIN, correlation).times(2).over(Constant.PI),
        Expr.of(4).over(Constant.PI).over(Expr.sqrt(gap)));
  }

  /** sin u: e^{−(p+q)/2} sinh r. */
  static ClosedForm sin() {
    Expr decay = Expr.exp(HALF_SUM.negate());
    return new ClosedForm(decay.times(Call.of(Fn.SINH, R)), decay.times(Call.of(Fn.COSH, R)));
  }

  /** cos u: e^{−(p+q)/2} cosh r. */
  static ClosedForm cos() {
    return new ClosedForm(sin().kappaDot(), sin().kappa());
  }

  /** e^{−u²/2}: ((1+p)(1+q) − r²)^{−1/2}. */
  static ClosedForm gaussian() {
    Expr root = Expr.sqrt(DETERMINANT);
    return new ClosedForm(ONE.over(root), R.over(root).over(DETERMINANT));
  }

  /** e^u: e^{(p+q)/2 + r}. */
  static ClosedForm exp() {
    Expr kappa = Expr.exp(HALF_SUM.plus(R));
    return new ClosedForm(kappa, kappa);
  }

  /** u Φ(u), with Φ the normal distribution function. */
  static ClosedForm gelu() {
    Expr root = Expr.sqrt(DETERMINANT);
    Expr angle = Call.of(Fn.ATAN2, R, root);
    Expr variances = ONE_PLUS_P.times(ONE_PLUS_Q);
    Expr turn = Constant.PI.times(2);
    Expr rational = R.pow(2).plus(P.times(Q).times(DETERMINANT)).over(variances).over(root);
    Expr slope = ONE.over(DETERMINANT).plus(ONE.minus(P.times(Q)).over(variances)).plus(1).times(R);
    return new ClosedForm(
        R.over(4).plus(rational.plus(R.times(angle)).over(turn)),
        Expr.of(1).over(4).plus(angle.over(turn)).plus(slope.over(root).over(turn)));
  }
}
