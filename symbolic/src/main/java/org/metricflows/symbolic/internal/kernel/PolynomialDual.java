package org.metricflows.symbolic.internal.kernel;

import static org.metricflows.symbolic.expression.Rational.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;

/**
 * The dual of Σ cₙ uⁿ: κ = Σ_l A_l(p) A_l(q) r^l/l! with A_l(v) = E[φ⁽ˡ⁾(√v s)] = Σ_i c_{2i+l}
 * (2i+l)!/(2^i i!) v^i.
 */
final class PolynomialDual {

  private PolynomialDual() {}

  static ClosedForm of(List<Expr> coefficients) {
    List<Expr> terms = new ArrayList<>();
    for (int l = 0; l < coefficients.size(); l++) {
      Expr left = mean(coefficients, l, Dual.P);
      Expr right = mean(coefficients, l, Dual.Q);
      terms.add(left.times(right).times(Dual.R.pow(l)).over(Rational.of(factorial(l))));
    }
    return ClosedForm.of(Expr.sum(terms));
  }

  /** A_l(v). */
  private static Expr mean(List<Expr> coefficients, int l, Symbol v) {
    Expr sum = ZERO;
    for (int i = 0; 2 * i + l < coefficients.size(); i++) {
      BigInteger pairings = BigInteger.TWO.pow(i).multiply(factorial(i));
      Expr weight = Rational.of(factorial(2 * i + l)).over(Rational.of(pairings));
      sum = sum.plus(coefficients.get(2 * i + l).times(weight).times(v.pow(i)));
    }
    return sum;
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return product;
  }
}
