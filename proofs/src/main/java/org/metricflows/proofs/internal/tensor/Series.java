package org.metricflows.proofs.internal.tensor;

import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.symbolic.expression.Rational;

/** Power series of functions whose value at the point is given, composed by Taylor's formula. */
record Series<S>(Algebra<S> algebra, int highestOrder) {

  S one() {
    return algebra.constant(Rational.of(1));
  }

  S zero() {
    return algebra.constant(Rational.of(0));
  }

  /** a^{-1} = a₀^{-1} Σ (−z)^k with z = (a − a₀)/a₀. */
  S reciprocal(S a) {
    S inverse = algebra.inverseOfBase(a);
    return algebra.multiply(
        inverse, compose(relative(a, inverse), k -> Rational.of(k % 2 == 0 ? 1 : -1)));
  }

  /** √a = √a₀ Σ (½ choose k) z^k with z = (a − a₀)/a₀, given √a₀. */
  S root(S a, S rootOfBase) {
    if (order(a) == 0) {
      return rootOfBase;
    }
    S inverse = algebra.inverseOfBase(a);
    return algebra.multiply(rootOfBase, compose(relative(a, inverse), Series::halfChoose));
  }

  /** e^a, given e^{a₀}. */
  S exponential(S a, S exponentialOfBase) {
    S rest = algebra.subtract(a, algebra.base(a));
    return algebra.multiply(exponentialOfBase, compose(rest, k -> factorial(k).power(-1)));
  }

  /** cos(a − a₀) for even, sin(a − a₀) for odd powers. */
  S circular(S a, int parity) {
    S rest = algebra.subtract(a, algebra.base(a));
    return compose(
        rest,
        k ->
            k % 2 == parity
                ? factorial(k).power(-1).multiply(Rational.of((k - parity) % 4 == 0 ? 1 : -1))
                : Rational.of(0));
  }

  /** φ(a), given φ(a₀) and φ′(a): the radial derivative is φ′(a) times that of a. */
  S integrated(S a, S valueAtBase, S slope) {
    S radial = algebra.multiply(slope, algebra.radialDerivative(a));
    return algebra.radialIntegral(valueAtBase, radial);
  }

  S power(S a, int n) {
    S base = n < 0 ? reciprocal(a) : a;
    S result = one();
    for (int bit = Integer.highestOneBit(Math.abs(n)); bit > 0; bit >>= 1) {
      result = algebra.multiply(result, result);
      if ((Math.abs(n) & bit) != 0) {
        result = algebra.multiply(result, base);
      }
    }
    return result;
  }

  private S relative(S a, S inverse) {
    return algebra.multiply(inverse, algebra.subtract(a, algebra.base(a)));
  }

  /** Σ c_k z^k for z without constant term. */
  private S compose(S z, java.util.function.IntFunction<Rational> coefficient) {
    S sum = algebra.constant(coefficient.apply(0));
    S power = one();
    for (int k = 1; k <= order(z); k++) {
      power = algebra.multiply(power, z);
      sum = algebra.add(sum, algebra.scale(power, coefficient.apply(k)));
    }
    return sum;
  }

  private int order(S a) {
    if (algebra.order(a) == Integer.MAX_VALUE) {
      return 0;
    }
    return Math.min(algebra.order(a), highestOrder);
  }

  private static Rational factorial(int k) {
    Rational value = Rational.of(1);
    for (int i = 2; i <= k; i++) {
      value = value.multiply(Rational.of(i));
    }
    return value;
  }

  private static Rational halfChoose(int k) {
    Rational value = Rational.of(1);
    for (int i = 0; i < k; i++) {
      value = value.multiply(Rational.of(1L - 2L * i, 2L * (i + 1)));
    }
    return value;
  }
}
