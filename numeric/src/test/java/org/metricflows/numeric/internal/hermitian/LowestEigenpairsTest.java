package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LowestEigenpairsTest {

  /** Second differences on n points between two walls: 2 − 2 cos(jπ/(n+1)). */
  @Test
  void chainOfSprings() {
    int n = 90;
    double[] mass = diagonal(n, i -> 1);
    double[] chain = diagonal(n, i -> 2);
    for (int i = 0; i + 1 < n; i++) {
      chain[i * n + i + 1] = -1;
      chain[(i + 1) * n + i] = -1;
    }
    LowestEigenpairs pairs = LowestEigenpairs.of(n, mass, chain, 8);
    for (int j = 1; j <= 8; j++) {
      double expected = 2 - 2 * Math.cos(j * Math.PI / (n + 1));
      assertThat(pairs.values()[j - 1]).isCloseTo(expected, within(1e-12));
      double[] x = pairs.vectors()[j - 1];
      double sign = Math.signum(x[0]);
      for (int i = 0; i < n; i++) {
        double sine = Math.sqrt(2.0 / (n + 1)) * Math.sin(j * (i + 1) * Math.PI / (n + 1));
        // values are known to 1e-11, and vectors to the root of that
        assertThat(sign * x[i]).isCloseTo(sine, within(3e-6));
      }
    }
  }

  /** A = M S⁻¹ D S with multiplicities 1, 3, 6 in D, not symmetric: they are found exactly. */
  @Test
  void multiplicitiesOfAnOperatorThatIsNotSymmetric() {
    int n = 40;
    double[] levels = new double[n];
    for (int i = 0; i < n; i++) {
      levels[i] = i < 1 ? 0 : i < 4 ? 2 : i < 10 ? 5 : 10 + i;
    }
    SplittableRandom random = new SplittableRandom(3);
    double[] turn = diagonal(n, i -> 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) { // unit lower triangle: its inverse is as easy
        turn[i * n + j] = 0.05 * (2 * random.nextDouble() - 1);
      }
    }
    double[] inverse = lowerInverse(n, turn);
    double[] operator = times(n, times(n, inverse, diagonal(n, i -> levels[i])), turn);
    double[] root = diagonal(n, i -> 1 + 0.1 * (i % 3));
    double[] mass = times(n, root, root);
    LowestEigenpairs pairs = LowestEigenpairs.of(n, mass, times(n, mass, operator), 10);
    assertThat(pairs.values())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(0, 2, 2, 2, 5, 5, 5, 5, 5, 5);
    for (int k = 0; k < 10; k++) {
      double[] x = pairs.vectors()[k];
      double[] image = apply(n, operator, x);
      double[] weighed = apply(n, mass, x);
      double norm = 0;
      for (int i = 0; i < n; i++) {
        assertThat(image[i]).isCloseTo(pairs.values()[k] * x[i], within(1e-7));
        norm += x[i] * weighed[i];
      }
      assertThat(norm).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void functionsThatAreNotIndependentAreRefused() {
    int n = 6;
    double[] mass = diagonal(n, i -> i == 2 ? -1 : 1);
    assertThatThrownBy(() -> LowestEigenpairs.of(n, mass, diagonal(n, i -> i + 1), 6))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("independent");
  }

  private static double[] diagonal(int n, java.util.function.IntToDoubleFunction entry) {
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] = entry.applyAsDouble(i);
    }
    return matrix;
  }

  private static double[] lowerInverse(int n, double[] lower) {
    double[] inverse = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          sum -= lower[i * n + k] * inverse[k * n + j];
        }
        inverse[i * n + j] = sum;
      }
    }
    return inverse;
  }

  private static double[] times(int n, double[] a, double[] b) {
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return c;
  }

  private static double[] apply(int n, double[] a, double[] x) {
    double[] y = new double[n];
    Arrays.setAll(
        y,
        i -> {
          double sum = 0;
          for (int j = 0; j < n; j++) {
            sum += a[i * n + j] * x[j];
          }
          return sum;
        });
    return y;
  }
}
