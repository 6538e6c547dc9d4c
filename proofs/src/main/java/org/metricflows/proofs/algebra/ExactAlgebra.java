package org.metricflows.proofs.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.metricflows.proofs.algebra.Fractions.Fraction;
import org.metricflows.symbolic.expression.Rational;

/**
 * Taylor arithmetic with indeterminates for all that is generic: what vanishes here vanishes
 * identically.
 *
 * <p>Meant for small identities; a {@link TooLargeException} ends what would not be.
 */
public final class ExactAlgebra implements Algebra<Exact> {
  private final Monomials monomials;
  private final Fractions fractions;

  /**
   * @param variables number of variables
   * @param order highest order of Taylor polynomials
   * @param products how many products of polynomials' terms may be formed
   */
  public ExactAlgebra(int variables, int order, long products) {
    this.monomials = new Monomials(variables, order);
    this.fractions = new Fractions(new Budget(products));
  }

  /** Whether the function is zero at the generic point, identically in all indeterminates. */
  public boolean vanishes(Exact a) {
    return a.base().isZero();
  }

  private Fraction number(long value) {
    return fractions.of(Rational.of(value));
  }

  private Exact series(int order, IntFunction<Fraction> coefficient) {
    int size = order == Integer.MAX_VALUE ? 1 : monomials.size(order);
    List<Fraction> coefficients = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      coefficients.add(coefficient.apply(i));
    }
    return new Exact(order, coefficients);
  }

  private Fraction at(Exact a, int i) {
    return i < a.coefficients().size() ? a.coefficients().get(i) : number(0);
  }

  @Override
  public Exact constant(Rational value) {
    return Exact.constant(fractions.of(value));
  }

  @Override
  public Exact variable(int v) {
    Fraction base = fractions.indeterminate();
    int linear = monomials.order() > 0 ? monomials.linear(v) : -1;
    return series(monomials.order(), i -> i == 0 ? base : number(i == linear ? 1 : 0));
  }

  @Override
  public Exact function(int order, IntPredicate dependsOn) {
    return series(
        order, i -> monomials.isMadeOf(i, dependsOn) ? fractions.indeterminate() : number(0));
  }

  @Override
  public Exact unknown() {
    return Exact.constant(fractions.indeterminate());
  }

  @Override
  public Exact add(Exact a, Exact b) {
    return series(Math.min(a.order(), b.order()), i -> fractions.add(at(a, i), at(b, i)));
  }

  @Override
  public Exact subtract(Exact a, Exact b) {
    return add(a, scale(b, Rational.of(-1)));
  }

  @Override
  public Exact multiply(Exact a, Exact b) {
    if (isZero(a) || isZero(b)) {
      return constant(Rational.of(0));
    }
    if (a.isConstant()) {
      return series(b.order(), i -> fractions.multiply(a.base(), at(b, i)));
    }
    if (b.isConstant()) {
      return multiply(b, a);
    }
    int order = Math.min(a.order(), b.order());
    Fraction[] c = new Fraction[monomials.size(order)];
    Arrays.fill(c, number(0));
    for (int i = 0; i < c.length; i++) {
      if (!at(a, i).isZero()) {
        int[] products = monomials.products(i);
        for (int j = 0; j < monomials.size(order - monomials.degree(i)); j++) {
          c[products[j]] = fractions.add(c[products[j]], fractions.multiply(at(a, i), at(b, j)));
        }
      }
    }
    return new Exact(order, List.of(c));
  }

  @Override
  public Exact scale(Exact a, Rational factor) {
    return factor.signum() == 0
        ? constant(factor)
        : series(a.order(), i -> fractions.scale(at(a, i), factor));
  }

  @Override
  public Exact derivative(Exact a, int v) {
    if (a.isConstant()) {
      return constant(Rational.of(0));
    }
    if (a.order() == 0) {
      throw new IllegalStateException("derivative: the function is known at one point only");
    }
    return series(
        a.order() - 1,
        i -> {
          int up = monomials.raised(v, i);
          return fractions.scale(at(a, up), Rational.of(monomials.exponent(up, v)));
        });
  }

  @Override
  public Exact base(Exact a) {
    return Exact.constant(a.base());
  }

  @Override
  public Exact inverseOfBase(Exact a) {
    return Exact.constant(fractions.inverse(a.base()));
  }

  @Override
  public Exact rootOfBase(Exact a) {
    return Exact.constant(fractions.root(a.base()));
  }

  @Override
  public Exact radialDerivative(Exact a) {
    return a.isConstant()
        ? constant(Rational.of(0))
        : series(a.order(), i -> fractions.scale(at(a, i), Rational.of(monomials.degree(i))));
  }

  @Override
  public Exact radialIntegral(Exact base, Exact a) {
    return isZero(a)
        ? base
        : series(
            a.order(),
            i ->
                i == 0
                    ? base.base()
                    : fractions.scale(at(a, i), Rational.of(1, monomials.degree(i))));
  }

  @Override
  public int order(Exact a) {
    return a.order();
  }

  @Override
  public boolean isZero(Exact a) {
    return a.isConstant() && a.base().isZero();
  }
}
