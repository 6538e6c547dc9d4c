package org.metricflows.bridge.internal.graph;

import org.metricflows.bridge.internal.graph.Term.Factor;
import org.metricflows.bridge.internal.graph.Term.ProductTerm;
import org.metricflows.symbolic.expression.Rational;

/**
 * Emits products of powers. A quotient by something that divides once is a division; what divides
 * several times is inverted once.
 */
final class ProductEmitter {

  /** Longer multiplication chains lose more accuracy than the library's power. */
  private static final int LARGEST_CHAIN = 64;

  private final NodePool pool;
  private final TermUse use;
  private final int[] nodeOf;

  ProductEmitter(NodePool pool, TermUse use, int[] nodeOf) {
    this.pool = pool;
    this.use = use;
    this.nodeOf = nodeOf;
  }

  int emit(ProductTerm product) {
    int above = -1;
    int below = -1;
    for (Factor factor : product.factors()) {
      int base = nodeOf[factor.term()];
      Rational exponent = factor.exponent();
      if (exponent.signum() > 0 || !isChain(exponent)) {
        above = times(above, power(base, exponent));
      } else if (use.divisions(factor.term()) > 1) {
        above = times(above, inversePower(base, Numbers.magnitude(exponent)));
      } else {
        below = times(below, power(base, Numbers.magnitude(exponent)));
      }
    }
    if (below < 0) {
      return above;
    }
    return pool.binary(Op.DIV, above < 0 ? pool.constant(1) : above, below);
  }

  private int times(int product, int factor) {
    return product < 0 ? factor : pool.binary(Op.MUL, product, factor);
  }

  /** Whether a power is made of products and at most two nested square roots. */
  private static boolean isChain(Rational exponent) {
    return exponent.denominator().bitLength() <= 3
        && exponent.denominator().bitCount() == 1
        && exponent.numerator().bitLength() < 30
        && Math.abs(exponent.toDouble()) <= LARGEST_CHAIN;
  }

  private int power(int base, Rational exponent) {
    if (!isChain(exponent)) {
      return pool.binary(Op.POW, base, pool.constant(exponent.toDouble()));
    }
    int quarters = exponent.multiply(Rational.of(4)).numerator().intValueExact();
    int result = quarters >= 4 ? integerPower(base, quarters / 4) : -1;
    if ((quarters & 2) != 0) {
      result = times(result, pool.unary(Op.SQRT, base));
    }
    if ((quarters & 1) != 0) {
      result = times(result, pool.unary(Op.SQRT, pool.unary(Op.SQRT, base)));
    }
    return result;
  }

  /** base^−exponent by products of 1/base or 1/√base. */
  private int inversePower(int base, Rational exponent) {
    int one = pool.constant(1);
    if (exponent.isInteger()) {
      int inverse = pool.binary(Op.DIV, one, base);
      return integerPower(inverse, exponent.numerator().intValueExact());
    }
    if (exponent.denominator().intValueExact() == 2) {
      int inverse = pool.binary(Op.DIV, one, pool.unary(Op.SQRT, base));
      return integerPower(inverse, exponent.numerator().intValueExact());
    }
    return pool.binary(Op.DIV, one, power(base, exponent));
  }

  private int integerPower(int base, int n) {
    if (n == 1) {
      return base;
    }
    return (n & 1) == 0
        ? square(integerPower(base, n / 2))
        : pool.binary(Op.MUL, base, integerPower(base, n - 1));
  }

  private int square(int node) {
    return pool.binary(Op.MUL, node, node);
  }
}
