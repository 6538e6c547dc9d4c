package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.symbolic.expression.Rational;

/**
 * The factors that denominators are made of, numbered as they appear: first the variables, then
 * what denominators brought. All are primitive with a positive leading coefficient.
 */
final class FactorTable {
  /** Products beyond so many terms are not formed only to see whether a factor divides. */
  private static final long LARGEST_PRODUCT = 4000;

  private final Packing packing;
  private final Factorizer factorizer;
  private final Budget budget;
  private final Roots roots;
  private final List<Polynomial> factors = new ArrayList<>();
  private final Map<Integer, Optional<Roots.Companion>> companions = new HashMap<>();

  FactorTable(Packing packing, Factorizer factorizer, Budget budget, Roots roots) {
    this.packing = packing;
    this.roots = roots;
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

  /** p = scale · rest · Π f^e, up to the relations between generators. */
  record Division(Polynomial rest, int[] exponents, Rational scale) {}

  /** Divides by each factor at most as often as {@code most} says. */
  Division divide(Polynomial p, int[] most) {
    Division division = new Division(p, new int[most.length], Rational.of(1));
    for (int f = 0; f < most.length; f++) {
      while (division.exponents[f] < most[f] && !division.rest.isConstant()) {
        Division smaller = divideOnce(division, f);
        if (smaller == null) {
          break;
        }
        division = smaller;
        division.exponents[f]++;
      }
    }
    return division;
  }

  private Division divideOnce(Division division, int f) {
    Polynomial quotient = division.rest.quotient(factors.get(f), budget);
    if (quotient != null) {
      return new Division(quotient, division.exponents, division.scale);
    }
    Optional<Roots.Companion> companion = companions.get(f);
    if (companion == null) {
      companion = roots.companion(factors.get(f));
      companions.put(f, companion);
    }
    if (companion.isEmpty()) {
      return null;
    }
    Roots.Companion c = companion.get();
    if ((long) division.rest.terms() * c.conjugate().terms() > LARGEST_PRODUCT) {
      return null;
    }
    RationalFunction product = roots.reduced(division.rest.times(c.conjugate(), budget));
    quotient = product.numerator().quotient(c.norm(), budget);
    if (quotient == null) {
      return null;
    }
    Rational scale = division.scale.multiply(product.coefficient());
    return new Division(quotient, division.exponents, scale.multiply(c.scale().power(-1)));
  }

  /**
   * Splits a primitive polynomial with a positive leading coefficient completely; new factors are
   * added to the table.
   *
   * @return exponents of the factors, whose product it is up to a rational number and the relations
   */
  int[] split(Polynomial p) {
    int[] unlimited = new int[factors.size()];
    Arrays.fill(unlimited, Integer.MAX_VALUE);
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
