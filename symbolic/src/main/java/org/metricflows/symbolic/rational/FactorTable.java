package org.metricflows.symbolic.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The factors that denominators are made of, numbered as they appear: first the variables, then
 * what denominators brought. All are primitive with a positive leading coefficient.
 */
final class FactorTable {
  private final Packing packing;
  private final Factorizer factorizer;
  private final Budget budget;
  private final List<Polynomial> factors = new ArrayList<>();

  FactorTable(Packing packing, Factorizer factorizer, Budget budget) {
    this.packing = packing;
    this.factorizer = factorizer;
    this.budget = budget;
    for (int v = 0; v < packing.variables(); v++) {
      factors.add(Polynomial.variable(packing, v));
    }
  }

  int size() {
    return factors.size();
  }

  Polynomial get(int factor) {
    return factors.get(factor);
  }

  /** What is left of a polynomial after division by known factors, and how often each divided. */
  record Division(Polynomial rest, int[] exponents) {}

  /** Divides by each factor at most as often as {@code most} says. */
  Division divide(Polynomial p, int[] most) {
    Polynomial rest = p;
    int[] exponents = new int[most.length];
    for (int f = 0; f < most.length && !rest.isConstant(); f++) {
      while (exponents[f] < most[f]) {
        Polynomial quotient = rest.quotient(factors.get(f), budget);
        if (quotient == null) {
          break;
        }
        rest = quotient;
        exponents[f]++;
      }
    }
    return new Division(rest, exponents);
  }

  /**
   * Splits a primitive polynomial with a positive leading coefficient completely; new factors are
   * added to the table.
   *
   * @return exponents of the factors, whose product it is up to a rational number
   */
  int[] split(Polynomial p) {
    int[] unlimited = new int[factors.size()];
    java.util.Arrays.fill(unlimited, Integer.MAX_VALUE);
    Division known = divide(p, unlimited);
    Map<Integer, Integer> exponents = new LinkedHashMap<>();
    for (int f = 0; f < unlimited.length; f++) {
      exponents.put(f, known.exponents()[f]);
    }
    if (!known.rest().isConstant()) {
      Polynomial rest = positivePrimitive(known.rest());
      EasyFactors.of(rest)
          .orElseGet(() -> factorizer.factors(rest, budget))
          .forEach((factor, times) -> exponents.merge(number(factor), times, Integer::sum));
    }
    int[] all = new int[factors.size()];
    exponents.forEach((f, times) -> all[f] = times);
    return all;
  }

  private int number(Polynomial factor) {
    Polynomial normal = positivePrimitive(factor);
    int known = factors.indexOf(normal);
    if (known >= 0) {
      return known;
    }
    factors.add(normal);
    return factors.size() - 1;
  }

  private static Polynomial positivePrimitive(Polynomial p) {
    BigInteger content = p.content();
    return p.divideCoefficients(p.leading().signum() < 0 ? content.negate() : content);
  }

  /** Π f^e. */
  Polynomial product(int[] exponents) {
    Polynomial product = Polynomial.constant(packing, BigInteger.ONE);
    for (int f = 0; f < exponents.length; f++) {
      if (exponents[f] > 0) {
        product = product.times(factors.get(f).power(exponents[f], budget), budget);
      }
    }
    return product;
  }
}
