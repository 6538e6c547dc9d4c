package org.metricflows.proofs.internal.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Rational;

/** Arithmetic of residues against {@link BigInteger}. */
class PrimeFieldTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithBigIntegers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PrimeField field = PrimeField.draw(random);
    BigInteger p = BigInteger.valueOf(field.prime());
    assertThat(p.bitLength()).isEqualTo(PrimeField.BITS);
    assertThat(p.isProbablePrime(50)).isTrue();
    for (int i = 0; i < 2000; i++) {
      long a = field.random(random);
      long b = field.random(random);
      BigInteger x = BigInteger.valueOf(field.value(a));
      BigInteger y = BigInteger.valueOf(field.value(b));
      assertThat(field.value(field.multiply(a, b))).isEqualTo(x.multiply(y).mod(p).longValue());
      assertThat(field.value(field.add(a, b))).isEqualTo(x.add(y).mod(p).longValue());
      assertThat(field.value(field.subtract(a, b))).isEqualTo(x.subtract(y).mod(p).longValue());
      assertThat(field.multiply(a, field.inverse(a))).isEqualTo(field.one());
    }
  }

  @Test
  void extremeResiduesStayReduced() {
    PrimeField field = PrimeField.draw(new SplittableRandom(9));
    long largest = field.prime() - 1;
    for (long a : new long[] {0, 1, largest}) {
      for (long b : new long[] {0, 1, largest}) {
        assertThat(field.multiply(a, b)).isBetween(0L, largest);
        assertThat(field.add(a, b)).isBetween(0L, largest);
        assertThat(field.subtract(a, b)).isBetween(0L, largest);
      }
    }
  }

  @Test
  void fractionsAreQuotients() {
    PrimeField field = PrimeField.draw(new SplittableRandom(3));
    long third = field.of(Rational.of(1, 3));
    assertThat(field.multiply(third, field.of(Rational.of(-6))))
        .isEqualTo(field.of(Rational.of(-2)));
  }

  @Test
  void rootsAreSquaresThemselvesAndMultiply() {
    SplittableRandom random = new SplittableRandom(4);
    PrimeField field = PrimeField.draw(random);
    int roots = 0;
    for (int i = 0; i < 400; i++) {
      long a = field.random(random);
      long b = field.random(random);
      long squareA = field.multiply(a, a);
      long squareB = field.multiply(b, b);
      long product = field.squareRoot(field.multiply(squareA, squareB));
      assertThat(product)
          .isEqualTo(field.multiply(field.squareRoot(squareA), field.squareRoot(squareB)));
      try {
        field.squareRoot(a);
        roots++;
      } catch (BadPointException noRoot) {
        // half of all residues
      }
    }
    // 400 fair coins: five standard deviations are 50
    assertThat(roots).isBetween(150, 250);
  }

  @Test
  void refusesZeroAndOtherModuli() {
    PrimeField field = PrimeField.draw(new SplittableRandom(5));
    assertThatThrownBy(() -> field.inverse(0)).isInstanceOf(BadPointException.class);
    assertThatThrownBy(() -> new PrimeField(13)).isInstanceOf(IllegalArgumentException.class);
  }
}
