package org.metricflows.proofs.internal.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Rational;

/** Numbers of twice the precision against forty decimal digits, and Taylor arithmetic with them. */
class RealAlgebraTest {
  private static final MathContext DIGITS = new MathContext(40);
  private static final double PRECISION = 1e-30;

  private static BigDecimal exact(DoubleDouble a) {
    return new BigDecimal(a.high()).add(new BigDecimal(a.low()));
  }

  private static void assertClose(DoubleDouble seen, BigDecimal expected) {
    BigDecimal error = exact(seen).subtract(expected).abs();
    BigDecimal size = expected.abs().max(BigDecimal.valueOf(Double.MIN_NORMAL));
    assertThat(error.divide(size, DIGITS).doubleValue()).isLessThan(PRECISION);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void arithmeticIsGoodToThirtyDigits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      DoubleDouble a = DoubleDouble.of(Rational.of(random.nextLong(1, 1L << 60), 3));
      DoubleDouble b = DoubleDouble.of(Rational.of(random.nextLong(1, 1000), 7));
      assertClose(a.plus(b), exact(a).add(exact(b)));
      assertClose(a.minus(b), exact(a).subtract(exact(b)));
      assertClose(a.times(b), exact(a).multiply(exact(b)));
      assertClose(b.inverse(), BigDecimal.ONE.divide(exact(b), DIGITS));
      assertClose(b.root(), exact(b).sqrt(DIGITS));
    }
  }

  @Test
  void rationalNumbersAreReadToThirtyDigits() {
    assertClose(
        DoubleDouble.of(Rational.of(1, 3)), BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS));
    Rational large = Rational.of(3).power(80).multiply(Rational.of(7).power(-50));
    assertClose(
        DoubleDouble.of(large),
        new BigDecimal(large.numerator()).divide(new BigDecimal(large.denominator()), DIGITS));
    assertThat(DoubleDouble.of(Rational.of(-5))).isEqualTo(new DoubleDouble(-5, 0));
  }

  @Test
  void distancesSeeWhatADoubleMisses() {
    DoubleDouble third = DoubleDouble.of(Rational.of(1, 3));
    assertThat(third.distance(1.0 / 3)).isBetween(1e-17, 2e-17);
  }

  @Test
  void theQuotientsDerivativeIsThatOfCalculus() {
    RealAlgebra a = new RealAlgebra(2, 3, new SplittableRandom(3));
    Taylor<DoubleDouble> f = a.function(3, v -> true);
    Taylor<DoubleDouble> g = a.function(3, v -> true);
    Taylor<DoubleDouble> left = a.derivative(a.derivative(a.multiply(f, g), 0), 1);
    Taylor<DoubleDouble> cross =
        a.add(
            a.multiply(a.derivative(f, 0), a.derivative(g, 1)),
            a.multiply(a.derivative(f, 1), a.derivative(g, 0)));
    Taylor<DoubleDouble> right =
        a.add(
            cross,
            a.add(
                a.multiply(a.derivative(a.derivative(f, 0), 1), g),
                a.multiply(f, a.derivative(a.derivative(g, 0), 1))));
    assertThat(a.value(a.subtract(left, right)).high()).isBetween(-1e-30, 1e-30);
    assertThat(Math.abs(a.value(left).high())).isGreaterThan(1e-3);
  }

  @Test
  void whatHasNoRealRootOrInverseIsDrawnAgain() {
    RealAlgebra a = new RealAlgebra(1, 0, new SplittableRandom(3));
    assertThatThrownBy(() -> a.rootOfBase(a.constant(Rational.of(-2))))
        .isInstanceOf(BadPointException.class);
    assertThatThrownBy(() -> a.inverseOfBase(a.constant(Rational.of(0))))
        .isInstanceOf(BadPointException.class);
  }
}
