package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A sparse polynomial with integer coefficients, terms in descending lexicographic order. */
public final class Polynomial {
  private final Packing packing;
  private final long[] keys;
  private final BigInteger[] coefficients;

  Polynomial(Packing packing, long[] keys, BigInteger[] coefficients) {
    this.packing = packing;
    this.keys = keys;
    this.coefficients = coefficients;
  }

  static Polynomial constant(Packing packing, BigInteger value) {
    return value.signum() == 0
        ? new Polynomial(packing, new long[0], new BigInteger[0])
        : new Polynomial(packing, new long[] {0}, new BigInteger[] {value});
  }

  static Polynomial variable(Packing packing, int variable) {
    long key = packing.power(variable, 1);
    return new Polynomial(packing, new long[] {key}, new BigInteger[] {BigInteger.ONE});
  }

  /** The sum of given terms, in the same variables as this polynomial. */
  public Polynomial with(List<int[]> exponents, List<BigInteger> values) {
    TermTable table = new TermTable(exponents.size());
    for (int i = 0; i < exponents.size(); i++) {
      long key = 0;
      for (int v = 0; v < packing.variables(); v++) {
        key |= packing.power(v, exponents.get(i)[v]);
      }
      table.add(key, values.get(i));
    }
    return table.polynomial(packing);
  }

  public int variables() {
    return packing.variables();
  }

  public int terms() {
    return keys.length;
  }

  /** Hands out exponents and coefficient of each term. */
  public void forEach(BiConsumer<int[], BigInteger> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(packing.exponents(keys[i]), coefficients[i]);
    }
  }

  public boolean isZero() {
    return keys.length == 0;
  }

  boolean isConstant() {
    return keys.length == 0 || (keys.length == 1 && keys[0] == 0);
  }

  BigInteger leading() {
    return coefficients[0];
  }

  /** The highest power of a variable that occurs. */
  public int degree(int variable) {
    int degree = 0;
    for (long key : keys) {
      degree = Math.max(degree, packing.exponent(key, variable));
    }
    return degree;
  }

  /** The greatest common divisor of the coefficients; 0 for the zero polynomial. */
  BigInteger content() {
    BigInteger content = BigInteger.ZERO;
    for (BigInteger c : coefficients) {
      content = content.gcd(c);
      if (content.equals(BigInteger.ONE)) {
        break;
      }
    }
    return content;
  }

  Polynomial scale(BigInteger factor) {
    if (factor.equals(BigInteger.ONE)) {
      return this;
    }
    BigInteger[] scaled = new BigInteger[keys.length];
    Arrays.setAll(scaled, i -> coefficients[i].multiply(factor));
    return factor.signum() == 0
        ? constant(packing, BigInteger.ZERO)
        : new Polynomial(packing, keys, scaled);
  }

  Polynomial divideCoefficients(BigInteger divisor) {
    if (divisor.equals(BigInteger.ONE)) {
      return this;
    }
    BigInteger[] divided = new BigInteger[keys.length];
    Arrays.setAll(divided, i -> coefficients[i].divide(divisor));
    return new Polynomial(packing, keys, divided);
  }

  /** Sums of many polynomials. */
  static Polynomial sum(Packing packing, List<Polynomial> summands, Budget budget) {
    if (summands.size() == 1) {
      return summands.get(0);
    }
    budget.checkTime();
    TermTable table = new TermTable(summands.stream().mapToInt(Polynomial::terms).sum());
    for (Polynomial p : summands) {
      for (int i = 0; i < p.keys.length; i++) {
        table.add(p.keys[i], p.coefficients[i]);
      }
    }
    budget.checkTerms(table.size());
    return table.polynomial(packing);
  }

  Polynomial times(Polynomial other, Budget budget) {
    if (keys.length > other.keys.length) {
      return other.times(this, budget);
    }
    if (isConstant()) {
      return isZero() ? this : other.scale(coefficients[0]);
    }
    budget.checkTime();
    TermTable table = new TermTable(Math.max(keys.length, other.keys.length));
    long overflow = 0;
    for (int i = 0; i < keys.length; i++) {
      for (int j = 0; j < other.keys.length; j++) {
        long key = keys[i] + other.keys[j];
        overflow |= key;
        table.add(key, coefficients[i].multiply(other.coefficients[j]));
      }
      budget.checkTerms(table.size());
    }
    if ((overflow & packing.guard()) != 0) {
      throw new BudgetException("a polynomial of too high a degree");
    }
    return table.polynomial(packing);
  }

  Polynomial power(int n, Budget budget) {
    Polynomial result = constant(packing, BigInteger.ONE);
    for (int i = 0; i < n; i++) {
      result = result.times(this, budget);
    }
    return result;
  }

  /** this / divisor where that is a polynomial with integer coefficients, null elsewhere. */
  Polynomial quotient(Polynomial divisor, Budget budget) {
    if (keys.length < divisor.keys.length && divisor.keys.length == 1) {
      return null;
    }
    budget.checkTime();
    TreeMap<Long, BigInteger> rest = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      rest.put(keys[i], coefficients[i]);
    }
    List<Long> quotientKeys = new ArrayList<>();
    List<BigInteger> quotientValues = new ArrayList<>();
    while (!rest.isEmpty()) {
      Map.Entry<Long, BigInteger> top = rest.lastEntry();
      long key = top.getKey() - divisor.keys[0];
      BigInteger[] ratio = top.getValue().divideAndRemainder(divisor.coefficients[0]);
      if (ratio[1].signum() != 0 || !divides(divisor.keys[0], top.getKey())) {
        return null;
      }
      quotientKeys.add(key);
      quotientValues.add(ratio[0]);
      budget.checkTerms(quotientKeys.size());
      for (int j = 0; j < divisor.keys.length; j++) {
        BigInteger change = ratio[0].multiply(divisor.coefficients[j]).negate();
        rest.merge(key + divisor.keys[j], change, Polynomial::addOrDrop);
      }
    }
    return new Polynomial(
        packing,
        quotientKeys.stream().mapToLong(Long::longValue).toArray(),
        quotientValues.toArray(new BigInteger[0]));
  }

  private static BigInteger addOrDrop(BigInteger a, BigInteger b) {
    BigInteger sum = a.add(b);
    return sum.signum() == 0 ? null : sum;
  }

  /** Whether each exponent of the first monomial is at most that of the second. */
  private boolean divides(long divisor, long key) {
    // with the guard bits set in the minuend, a borrow clears the guard of its own field alone
    long guard = packing.guard();
    return (((key | guard) - divisor) & guard) == guard;
  }

  /** Coefficients of the powers of a variable, from power 0 on. */
  List<Polynomial> split(int variable) {
    List<TermTable> tables = new ArrayList<>();
    for (int k = degree(variable); k >= 0; k--) {
      tables.add(new TermTable(8));
    }
    for (int i = 0; i < keys.length; i++) {
      int k = packing.exponent(keys[i], variable);
      tables.get(k).add(keys[i] - packing.power(variable, k), coefficients[i]);
    }
    return tables.stream().map(t -> t.polynomial(packing)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial p
        && packing.equals(p.packing)
        && Arrays.equals(keys, p.keys)
        && Arrays.equals(coefficients, p.coefficients);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(coefficients);
  }
}
