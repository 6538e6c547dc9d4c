package org.metricflows.symbolic.internal.kernel;

import static org.metricflows.symbolic.internal.kernel.Dual.P;
import static org.metricflows.symbolic.internal.kernel.Dual.Q;
import static org.metricflows.symbolic.internal.kernel.Dual.R;

import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Arc-cosine kernels: with h = √(pq − r²) and θ = atan2(h, r),
 *
 * <pre>
 *   E[u₊ v₊] = (h + (π − θ) r)/2π,   E[u₊ v₋] = (h − θ r)/2π,   P(u, v > 0) = (π − θ)/2π.
 * </pre>
 */
final class ArcCosine {

  private static final Expr HEIGHT = Expr.sqrt(P.times(Q).minus(R.pow(2)));
  private static final Expr ANGLE = Call.of(Fn.ATAN2, HEIGHT, R);
  private static final Expr TURN = Constant.PI.times(2);

  private ArcCosine() {}

  /** κ of φ = right · u₊ − left · u₋. */
  static Expr kappa(Rational right, Rational left) {
    Expr same = HEIGHT.plus(Constant.PI.minus(ANGLE).times(R));
    Expr opposite = HEIGHT.minus(ANGLE.times(R));
    return squares(right, left)
        .times(same)
        .minus(right.times(left).times(2).times(opposite))
        .over(TURN);
  }

  /** κ̇ of φ = right · u₊ − left · u₋. */
  static Expr kappaDot(Rational right, Rational left) {
    return squares(right, left)
        .times(Constant.PI.minus(ANGLE))
        .plus(right.times(left).times(2).times(ANGLE))
        .over(TURN);
  }

  private static Expr squares(Rational right, Rational left) {
    return right.pow(2).plus(left.pow(2));
  }
}
