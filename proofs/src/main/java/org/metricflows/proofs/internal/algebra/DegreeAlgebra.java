package org.metricflows.proofs.internal.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.metricflows.proofs.internal.algebra.Degrees.Term;
import org.metricflows.symbolic.expression.Rational;

/**
 * Follows a computation to bound what it computes as a rational function of the random numbers: the
 * degree and the size of the coefficients of the numerator.
 *
 * <p>Denominators are products of units, the functions that were inverted, so that sums over a
 * common denominator keep it. A square root s of a radicand Δ is an indeterminate with s² = Δ; a
 * polynomial in it is zero at a point only if its norm is, which doubles the degree, and half of
 * all points have a root: {@link #bound} counts a factor four for each.
 */
public final class DegreeAlgebra implements Algebra<Degrees> {
  private static final int[] NONE = {};

  private record Unit(int halves, double bits) {}

  private final int order;
  private final List<Unit> units = new ArrayList<>();
  private final Map<BigInteger, Integer> integers = new HashMap<>();
  private int radicals;

  /**
   * @param order highest order of Taylor polynomials
   */
  public DegreeAlgebra(int order) {
    this.order = order;
  }

  /**
   * A bound for the numerator of a function's value at the point.
   *
   * @param degree its degree in the random numbers, norms over radicals taken
   * @param bits log₂ of its coefficients' size
   */
  public record Bound(long degree, double bits) {

    /** The weaker of two bounds. */
    public Bound max(Bound other) {
      return new Bound(Math.max(degree, other.degree), Math.max(bits, other.bits));
    }
  }

  /** The bound for a function's value; one is added for the points that were rejected. */
  public Bound bound(Degrees a) {
    Term term = a.base();
    if (term == null) {
      return new Bound(0, 0);
    }
    long norm = 1L << radicals;
    return new Bound(norm * norm * ((term.halves() + 1) / 2 + 1L), norm * (term.bits() + 1));
  }

  private Degrees all(Term first, Term later, int order) {
    Term[] terms = new Term[order + 1];
    Arrays.fill(terms, later);
    terms[0] = first;
    return new Degrees(order, terms);
  }

  private static Term indeterminate() {
    return new Term(2, 0, NONE);
  }

  @Override
  public Degrees constant(Rational value) {
    return Degrees.constant(scaled(new Term(0, 0, NONE), value));
  }

  @Override
  public Degrees variable(int v) {
    Degrees x = all(indeterminate(), null, order);
    if (order > 0) {
      x.terms()[1] = new Term(0, 0, NONE);
    }
    return x;
  }

  @Override
  public Degrees function(int order, IntPredicate dependsOn) {
    return all(indeterminate(), indeterminate(), order);
  }

  @Override
  public Degrees unknown() {
    return Degrees.constant(indeterminate());
  }

  @Override
  public Degrees add(Degrees a, Degrees b) {
    int common = Math.min(a.order(), b.order());
    Term[] terms = new Term[common == Integer.MAX_VALUE ? 1 : common + 1];
    Arrays.setAll(terms, k -> sum(a.term(k), b.term(k)));
    return new Degrees(common, terms);
  }

  @Override
  public Degrees subtract(Degrees a, Degrees b) {
    return add(a, b);
  }

  @Override
  public Degrees multiply(Degrees a, Degrees b) {
    if (a.isZero() || b.isZero()) {
      return Degrees.constant(null);
    }
    int common = Math.min(a.order(), b.order());
    Term[] terms = new Term[common == Integer.MAX_VALUE ? 1 : common + 1];
    for (int i = 0; i < terms.length; i++) {
      for (int j = 0; i + j < terms.length; j++) {
        Term split = scaled(product(a.term(i), b.term(j)), binomial(i + j, i));
        terms[i + j] = sum(terms[i + j], split);
      }
    }
    return new Degrees(common, terms);
  }

  /** At most this many products of a monomial of order i with another give one of order n. */
  private static Rational binomial(int n, int i) {
    Rational value = Rational.of(1);
    for (int k = 1; k <= i; k++) {
      value = value.multiply(Rational.of(n - k + 1L, k));
    }
    return value;
  }

  @Override
  public Degrees scale(Degrees a, Rational factor) {
    if (factor.signum() == 0) {
      return Degrees.constant(null);
    }
    return map(a, k -> scaled(a.term(k), factor), a.terms().length, a.order());
  }

  @Override
  public Degrees derivative(Degrees a, int v) {
    if (a.isConstant()) {
      return Degrees.constant(null);
    }
    return map(
        a, k -> scaled(a.term(k + 1), Rational.of(k + 1L)), a.terms().length - 1, a.order() - 1);
  }

  @Override
  public Degrees base(Degrees a) {
    return Degrees.constant(a.base());
  }

  @Override
  public Degrees inverseOfBase(Degrees a) {
    Term term = a.base();
    if (term == null) {
      throw new BadPointException("division by zero");
    }
    boolean number = term.halves() == 0 && term.bits() == 0;
    int halves = 0;
    double bits = 0;
    for (int u = 0; u < term.powers().length; u++) {
      halves += term.power(u) * units.get(u).halves();
      bits += term.power(u) * units.get(u).bits();
    }
    int[] powers = number ? NONE : single(unit(term.halves(), term.bits()));
    return Degrees.constant(new Term(halves, bits, powers));
  }

  @Override
  public Degrees rootOfBase(Degrees a) {
    Term term = a.base();
    if (term == null) {
      return a;
    }
    radicals++;
    int[] powers = new int[term.powers().length];
    int halves = term.halves();
    double bits = term.bits();
    for (int u = 0; u < powers.length; u++) {
      powers[u] = (term.power(u) + 1) / 2;
      int extra = 2 * powers[u] - term.power(u);
      halves += extra * units.get(u).halves();
      bits += extra * units.get(u).bits();
    }
    return Degrees.constant(new Term((halves + 1) / 2, bits / 2, powers));
  }

  @Override
  public Degrees radialDerivative(Degrees a) {
    if (a.isConstant()) {
      return Degrees.constant(null);
    }
    return map(a, k -> scaled(a.term(k), Rational.of(k)), a.terms().length, a.order());
  }

  @Override
  public Degrees radialIntegral(Degrees base, Degrees a) {
    if (a.isZero()) {
      return base;
    }
    return map(
        a,
        k -> k == 0 ? base.base() : scaled(a.term(k), Rational.of(1, k)),
        a.terms().length,
        a.order());
  }

  @Override
  public int order(Degrees a) {
    return a.order();
  }

  @Override
  public boolean isZero(Degrees a) {
    return a.isZero();
  }

  private static Degrees map(
      Degrees a, java.util.function.IntFunction<Term> term, int length, int order) {
    Term[] terms = new Term[length];
    Arrays.setAll(terms, term);
    return new Degrees(order, terms);
  }

  private Term sum(Term a, Term b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (Arrays.equals(a.powers(), b.powers())) {
      return new Term(Math.max(a.halves(), b.halves()), logSum(a.bits(), b.bits()), a.powers());
    }
    int[] powers = new int[Math.max(a.powers().length, b.powers().length)];
    Arrays.setAll(powers, u -> Math.max(a.power(u), b.power(u)));
    Term left = over(a, powers);
    Term right = over(b, powers);
    return new Term(
        Math.max(left.halves(), right.halves()), logSum(left.bits(), right.bits()), powers);
  }

  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high + Math.log1p(Math.exp((Math.min(a, b) - high) * Math.log(2))) / Math.log(2);
  }

  private Term over(Term a, int[] powers) {
    int halves = a.halves();
    double bits = a.bits();
    for (int u = 0; u < powers.length; u++) {
      int extra = powers[u] - a.power(u);
      halves += extra * units.get(u).halves();
      bits += extra * units.get(u).bits();
    }
    return new Term(halves, bits, powers);
  }

  private static Term product(Term a, Term b) {
    if (a == null || b == null) {
      return null;
    }
    int[] powers = NONE;
    if (a.powers().length == 0 || b.powers().length == 0) {
      powers = a.powers().length == 0 ? b.powers() : a.powers();
    } else {
      powers = new int[Math.max(a.powers().length, b.powers().length)];
      Arrays.setAll(powers, u -> a.power(u) + b.power(u));
    }
    return new Term(a.halves() + b.halves(), a.bits() + b.bits(), powers);
  }

  private Term scaled(Term a, Rational factor) {
    if (a == null || factor.signum() == 0) {
      return null;
    }
    double bits = a.bits() + log2(factor.numerator().abs());
    if (factor.isInteger()) {
      return new Term(a.halves(), bits, a.powers());
    }
    int unit = integers.computeIfAbsent(factor.denominator(), value -> unit(0, log2(value)));
    return product(new Term(a.halves(), bits, a.powers()), new Term(0, 0, single(unit)));
  }

  private static double log2(BigInteger value) {
    int shift = Math.max(0, value.bitLength() - 60);
    return shift + Math.log(value.shiftRight(shift).longValueExact()) / Math.log(2);
  }

  private int unit(int halves, double bits) {
    units.add(new Unit(halves, bits));
    return units.size() - 1;
  }

  private static int[] single(int unit) {
    int[] powers = new int[unit + 1];
    powers[unit] = 1;
    return powers;
  }
}
