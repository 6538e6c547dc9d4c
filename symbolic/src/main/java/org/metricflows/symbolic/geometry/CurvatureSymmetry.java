package org.metricflows.symbolic.geometry;

import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * The symmetries of an algebraic curvature tensor, T_abcd = −T_bacd = −T_abdc = T_cdab and T_abcd +
 * T_acdb + T_adbc = 0: every component is a sign times one of d²(d²−1)/12.
 */
interface CurvatureSymmetry {

  /** A component with a &lt; b, c &lt; d and (a, b) ≤ (c, d), not the third of a Bianchi triple. */
  Expr independent(int a, int b, int c, int d);

  /** Any component, in terms of independent ones. */
  default Expr component(int a, int b, int c, int d) {
    if (a == b || c == d) {
      return Rational.ZERO;
    }
    if (a > b) {
      return component(b, a, c, d).negate();
    }
    if (c > d) {
      return component(a, b, d, c).negate();
    }
    if (a > c || (a == c && b > d)) {
      return component(c, d, a, b);
    }
    if (a < c && d < b) {
      return component(a, c, d, b).minus(component(a, d, c, b)).negate();
    }
    return independent(a, b, c, d);
  }
}
