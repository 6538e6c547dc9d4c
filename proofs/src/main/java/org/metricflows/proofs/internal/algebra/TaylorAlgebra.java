package org.metricflows.proofs.internal.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.metricflows.symbolic.expression.Rational;

/**
 * Taylor arithmetic over any numbers.
 *
 * @param <C> the numbers
 */
abstract class TaylorAlgebra<C> implements Algebra<Taylor<C>> {
  private final Monomials monomials;
  private final Numbers<C> numbers;
  private final C zero;

  /**
   * @param variables number of variables
   * @param order highest order of Taylor polynomials
   */
  TaylorAlgebra(int variables, int order, Numbers<C> numbers) {
    this.monomials = new Monomials(variables, order);
    this.numbers = numbers;
    this.zero = numbers.of(Rational.of(0));
  }

  private Taylor<C> series(int order, IntFunction<C> coefficient) {
    int size = order == Integer.MAX_VALUE ? 1 : monomials.size(order);
    List<C> coefficients = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      coefficients.add(coefficient.apply(i));
    }
    return new Taylor<>(order, coefficients);
  }

  private C at(Taylor<C> a, int i) {
    return i < a.coefficients().size() ? a.coefficients().get(i) : zero;
  }

  @Override
  public Taylor<C> constant(Rational value) {
    return Taylor.constant(numbers.of(value));
  }

  @Override
  public Taylor<C> variable(int v) {
    C base = numbers.generic();
    C one = numbers.of(Rational.of(1));
    int linear = monomials.order() > 0 ? monomials.linear(v) : -1;
    return series(monomials.order(), i -> i == 0 ? base : i == linear ? one : zero);
  }

  @Override
  public Taylor<C> function(int order, IntPredicate dependsOn) {
    return series(order, i -> monomials.isMadeOf(i, dependsOn) ? numbers.generic() : zero);
  }

  @Override
  public Taylor<C> unknown() {
    return Taylor.constant(numbers.generic());
  }

  @Override
  public Taylor<C> add(Taylor<C> a, Taylor<C> b) {
    return series(Math.min(a.order(), b.order()), i -> numbers.add(at(a, i), at(b, i)));
  }

  @Override
  public Taylor<C> subtract(Taylor<C> a, Taylor<C> b) {
    return add(a, scale(b, Rational.of(-1)));
  }

  @Override
  public Taylor<C> multiply(Taylor<C> a, Taylor<C> b) {
    if (isZero(a) || isZero(b)) {
      return constant(Rational.of(0));
    }
    if (a.isConstant()) {
      return series(b.order(), i -> numbers.multiply(a.base(), at(b, i)));
    }
    if (b.isConstant()) {
      return multiply(b, a);
    }
    int order = Math.min(a.order(), b.order());
    List<C> c = new ArrayList<>(Collections.nCopies(monomials.size(order), zero));
    for (int i = 0; i < c.size(); i++) {
      if (!numbers.isZero(at(a, i))) {
        int[] products = monomials.products(i);
        for (int j = 0; j < monomials.size(order - monomials.degree(i)); j++) {
          C product = numbers.multiply(at(a, i), at(b, j));
          c.set(products[j], numbers.add(c.get(products[j]), product));
        }
      }
    }
    return new Taylor<>(order, c);
  }

  @Override
  public Taylor<C> scale(Taylor<C> a, Rational factor) {
    return factor.signum() == 0
        ? constant(factor)
        : series(a.order(), i -> numbers.scale(at(a, i), factor));
  }

  @Override
  public Taylor<C> derivative(Taylor<C> a, int v) {
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
          return numbers.scale(at(a, up), Rational.of(monomials.exponent(up, v)));
        });
  }

  @Override
  public Taylor<C> base(Taylor<C> a) {
    return Taylor.constant(a.base());
  }

  @Override
  public Taylor<C> inverseOfBase(Taylor<C> a) {
    return Taylor.constant(numbers.inverse(a.base()));
  }

  @Override
  public Taylor<C> rootOfBase(Taylor<C> a) {
    return Taylor.constant(numbers.root(a.base()));
  }

  @Override
  public Taylor<C> radialDerivative(Taylor<C> a) {
    return a.isConstant()
        ? constant(Rational.of(0))
        : series(a.order(), i -> numbers.scale(at(a, i), Rational.of(monomials.degree(i))));
  }

  @Override
  public Taylor<C> radialIntegral(Taylor<C> base, Taylor<C> a) {
    return isZero(a)
        ? base
        : series(
            a.order(),
            i ->
                i == 0
                    ? base.base()
                    : numbers.scale(at(a, i), Rational.of(1, monomials.degree(i))));
  }

  @Override
  public int order(Taylor<C> a) {
    return a.order();
  }

  @Override
  public boolean isZero(Taylor<C> a) {
    return a.isConstant() && numbers.isZero(a.base());
  }
}
