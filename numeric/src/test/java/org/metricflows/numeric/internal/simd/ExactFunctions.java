package org.metricflows.numeric.internal.simd;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;

/** Elementary and error functions in 45 decimal digits, and errors of doubles against them. */
final class ExactFunctions {

  private static final DfpField FIELD = new DfpField(45);
  private static final Dfp ONE = FIELD.getOne();

  private ExactFunctions() {}

  static Dfp of(double x) {
    return FIELD.newDfp(x);
  }

  /** |value − exact| in units of the last place of value. */
  static double ulps(double value, Dfp exact) {
    return of(value).subtract(exact).divide(of(Math.ulp(value))).abs().toDouble();
  }

  static Dfp exp(Dfp x) {
    return DfpMath.exp(x);
  }

  static Dfp expm1(Dfp x) {
    return x.abs().lessThan(of(1e-4)) ? series(x, 2, 1) : exp(x).subtract(ONE);
  }

  /** x + x²/2! + … taking every stride-th term from x^first/first!. */
  private static Dfp series(Dfp x, int start, int stride) {
    Dfp term = x;
    Dfp sum = x;
    for (int n = start; n < 30; n += stride) {
      for (int k = 0; k < stride; k++) {
        term = term.multiply(x).divide(n + k);
      }
      sum = sum.add(term);
    }
    return sum;
  }

  static Dfp tanh(Dfp x) {
    Dfp t = expm1(x.multiply(2));
    return t.divide(t.add(2));
  }

  static Dfp sinh(Dfp x) {
    return x.abs().lessThan(of(1e-4))
        ? series(x, 2, 2)
        : exp(x).subtract(exp(x.negate())).divide(2);
  }

  static Dfp cosh(Dfp x) {
    return exp(x).add(exp(x.negate())).divide(2);
  }

  static Dfp sigmoid(Dfp x) {
    return ONE.divide(exp(x.negate()).add(ONE));
  }

  static Dfp log(Dfp x) {
    return DfpMath.log(x);
  }

  static Dfp log1p(Dfp x) {
    if (x.abs().lessThan(of(1e-4))) {
      Dfp power = x;
      Dfp sum = x;
      for (int n = 2; n < 20; n++) {
        power = power.multiply(x).negate();
        sum = sum.add(power.divide(n));
      }
      return sum;
    }
    return log(x.add(ONE));
  }

  static Dfp sin(Dfp x) {
    return DfpMath.sin(x);
  }

  static Dfp cos(Dfp x) {
    return DfpMath.cos(x);
  }

  /** 2/√π e^{−x²} Σ 2ⁿ x^{2n+1}/(2n+1)!!. */
  static Dfp erf(Dfp x) {
    Dfp square = x.multiply(x);
    Dfp term = x;
    Dfp sum = x;
    for (int n = 1; n < 220; n++) {
      term = term.multiply(square).multiply(2).divide(2 * n + 1);
      sum = sum.add(term);
    }
    return sum.multiply(2).divide(FIELD.getPi().sqrt()).multiply(exp(square.negate()));
  }

  /** Laplace's continued fraction from x = 3 on, 1 − erf before. */
  static Dfp erfc(Dfp x) {
    if (x.lessThan(of(3))) {
      return ONE.subtract(erf(x));
    }
    Dfp fraction = x;
    for (int n = 150; n >= 1; n--) {
      fraction = x.add(of(n).divide(2).divide(fraction));
    }
    Dfp square = x.multiply(x);
    return exp(square.negate()).divide(fraction.multiply(FIELD.getPi().sqrt()));
  }

  static Dfp normalCdf(Dfp x) {
    return erfc(x.negate().divide(FIELD.getTwo().sqrt())).divide(2);
  }
}
