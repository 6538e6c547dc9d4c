package org.metricflows.proofs.internal.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.metricflows.symbolic.expression.Rational;

/** Exact arithmetic: what is zero is found to be zero, and nothing else. */
class ExactAlgebraTest {
  private final ExactAlgebra a = new ExactAlgebra(2, 2, 100_000);

  @Test
  void inversesMultiplyToOne() {
    Taylor<Fraction> f = a.unknown();
    Taylor<Fraction> g = a.add(a.multiply(f, f), a.unknown());
    Taylor<Fraction> one = a.multiply(g, a.inverseOfBase(g));
    assertThat(a.vanishes(a.subtract(one, a.constant(Rational.of(1))))).isTrue();
  }

  @Test
  void sumsOfQuotientsAreZeroOnlyWhenTheyAre() {
    Taylor<Fraction> x = a.unknown();
    Taylor<Fraction> y = a.unknown();
    Taylor<Fraction> difference = a.subtract(a.inverseOfBase(x), a.inverseOfBase(y));
    Taylor<Fraction> product = a.multiply(a.multiply(x, y), difference);
    assertThat(a.vanishes(a.subtract(product, a.subtract(y, x)))).isTrue();
    assertThat(a.vanishes(a.subtract(product, a.subtract(x, y)))).isFalse();
  }

  @Test
  void rootsSquareToTheirRadicands() {
    Taylor<Fraction> x = a.unknown();
    Taylor<Fraction> y = a.unknown();
    Taylor<Fraction> quotient = a.multiply(x, a.inverseOfBase(y));
    Taylor<Fraction> root = a.rootOfBase(quotient);
    assertThat(a.vanishes(a.subtract(a.multiply(root, root), quotient))).isTrue();
    assertThat(a.vanishes(root)).isFalse();
    Taylor<Fraction> shifted = a.add(root, x);
    Taylor<Fraction> one = a.multiply(shifted, a.inverseOfBase(shifted));
    assertThat(a.vanishes(a.subtract(one, a.constant(Rational.of(1))))).isTrue();
  }

  @Test
  void leibniz() {
    Taylor<Fraction> f = a.function(2, v -> true);
    Taylor<Fraction> g = a.function(2, v -> true);
    Taylor<Fraction> left = a.derivative(a.derivative(a.multiply(f, g), 0), 1);
    Taylor<Fraction> right =
        a.add(
            a.add(
                a.multiply(a.derivative(a.derivative(f, 0), 1), g),
                a.multiply(a.derivative(f, 0), a.derivative(g, 1))),
            a.add(
                a.multiply(a.derivative(f, 1), a.derivative(g, 0)),
                a.multiply(f, a.derivative(a.derivative(g, 0), 1))));
    assertThat(a.vanishes(a.subtract(left, right))).isTrue();
  }

  @Test
  void largeComputationsEndEarly() {
    ExactAlgebra poor = new ExactAlgebra(1, 0, 100);
    Taylor<Fraction> sum = poor.add(poor.add(poor.unknown(), poor.unknown()), poor.unknown());
    Taylor<Fraction> square = poor.multiply(sum, sum);
    assertThatThrownBy(() -> poor.multiply(poor.multiply(square, square), square))
        .isInstanceOf(TooLargeException.class);
  }

  @Test
  void zeroHasNoInverse() {
    assertThatThrownBy(() -> a.inverseOfBase(a.constant(Rational.of(0))))
        .isInstanceOf(BadPointException.class);
  }
}
