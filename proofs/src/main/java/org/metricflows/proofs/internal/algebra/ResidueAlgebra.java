package org.metricflows.proofs.internal.algebra;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.metricflows.symbolic.expression.Rational;

/** Taylor arithmetic modulo a random 61-bit prime at a random point: one Schwartz–Zippel trial. */
public final class ResidueAlgebra implements Algebra<Residues> {
  private final Monomials monomials;
  private final SplittableRandom random;
  private final PrimeField field;

  /**
   * @param variables number of variables
   * @param order highest order of Taylor polynomials
   * @param random draws the prime, the point and the unknown functions
   */
  public ResidueAlgebra(int variables, int order, SplittableRandom random) {
    this.monomials = new Monomials(variables, order);
    this.random = random;
    this.field = PrimeField.draw(random);
  }

  /** The modulus. */
  public long prime() {
    return field.prime();
  }

  /** Whether the function vanishes at the point. */
  public boolean vanishes(Residues a) {
    return a.base() == 0;
  }

  @Override
  public Residues constant(Rational value) {
    return Residues.constant(field.of(value));
  }

  @Override
  public Residues variable(int v) {
    long[] c = new long[monomials.size(monomials.order())];
    c[0] = field.random(random);
    if (monomials.order() > 0) {
      c[monomials.linear(v)] = field.one();
    }
    return new Residues(monomials.order(), c);
  }

  @Override
  public Residues function(int order, IntPredicate dependsOn) {
    long[] c = new long[monomials.size(order)];
    Arrays.setAll(c, i -> monomials.isMadeOf(i, dependsOn) ? field.random(random) : 0);
    return new Residues(order, c);
  }

  @Override
  public Residues unknown() {
    return Residues.constant(field.random(random));
  }

  @Override
  public Residues add(Residues a, Residues b) {
    return a.isZero() ? b : b.isZero() ? a : combine(a, b, true);
  }

  @Override
  public Residues subtract(Residues a, Residues b) {
    return b.isZero() ? a : combine(a, b, false);
  }

  private Residues combine(Residues a, Residues b, boolean plus) {
    int order = Math.min(a.order(), b.order());
    int size = order == Residues.ALL ? 1 : monomials.size(order);
    long[] c = new long[size];
    for (int i = 0; i < size; i++) {
      long left = i < a.coefficients().length ? a.coefficients()[i] : 0;
      long right = i < b.coefficients().length ? b.coefficients()[i] : 0;
      c[i] = plus ? field.add(left, right) : field.subtract(left, right);
    }
    return new Residues(order, c);
  }

  @Override
  public Residues multiply(Residues a, Residues b) {
    if (a.isConstant()) {
      return multiply(a.base(), b);
    }
    if (b.isConstant()) {
      return multiply(b.base(), a);
    }
    int order = Math.min(a.order(), b.order());
    long[] c = new long[monomials.size(order)];
    for (int i = 0; i < c.length; i++) {
      long left = a.coefficients()[i];
      if (left != 0) {
        int[] products = monomials.products(i);
        int end = monomials.size(order - monomials.degree(i));
        for (int j = 0; j < end; j++) {
          int k = products[j];
          c[k] = field.add(c[k], field.multiply(left, b.coefficients()[j]));
        }
      }
    }
    return new Residues(order, c);
  }

  private Residues multiply(long factor, Residues a) {
    if (factor == 0) {
      return Residues.constant(0);
    }
    long[] c = new long[a.coefficients().length];
    Arrays.setAll(c, i -> field.multiply(factor, a.coefficients()[i]));
    return new Residues(a.order(), c);
  }

  @Override
  public Residues scale(Residues a, Rational factor) {
    return multiply(field.of(factor), a);
  }

  @Override
  public Residues derivative(Residues a, int v) {
    if (a.isConstant()) {
      return Residues.constant(0);
    }
    if (a.order() == 0) {
      throw new IllegalStateException("derivative: the function is known at one point only");
    }
    int order = a.order() - 1;
    long[] c = new long[monomials.size(order)];
    for (int i = 0; i < c.length; i++) {
      int up = monomials.raised(v, i);
      c[i] = times(monomials.exponent(up, v), a.coefficients()[up]);
    }
    return new Residues(order, c);
  }

  private long times(int n, long a) {
    long sum = a;
    for (int i = 1; i < n; i++) {
      sum = field.add(sum, a);
    }
    return n == 0 ? 0 : sum;
  }

  @Override
  public Residues base(Residues a) {
    return Residues.constant(a.base());
  }

  @Override
  public Residues inverseOfBase(Residues a) {
    return Residues.constant(field.inverse(a.base()));
  }

  @Override
  public Residues rootOfBase(Residues a) {
    return Residues.constant(field.squareRoot(a.base()));
  }

  @Override
  public Residues radialDerivative(Residues a) {
    if (a.isConstant()) {
      return Residues.constant(0);
    }
    long[] c = new long[a.coefficients().length];
    Arrays.setAll(c, i -> times(monomials.degree(i), a.coefficients()[i]));
    return new Residues(a.order(), c);
  }

  @Override
  public Residues radialIntegral(Residues base, Residues a) {
    if (a.isZero()) {
      return base;
    }
    long[] c = new long[a.coefficients().length];
    long[] inverse = new long[monomials.order() + 1];
    for (int k = 1; k < inverse.length; k++) {
      inverse[k] = field.of(Rational.of(1, k));
    }
    Arrays.setAll(c, i -> field.multiply(inverse[monomials.degree(i)], a.coefficients()[i]));
    c[0] = base.base();
    return new Residues(a.order(), c);
  }

  @Override
  public int order(Residues a) {
    return a.order();
  }

  @Override
  public boolean isZero(Residues a) {
    return a.isZero();
  }
}
