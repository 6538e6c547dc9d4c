package org.metricflows.numeric.internal.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

  /** A x = b for sizes around the blocks; A = B Bᵀ/n + 1 has a condition below 10. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 127, 128, 129, 300})
  void solves(int n) {
    Random random = new Random(n);
    double[] b = random.doubles((long) n * n, -1, 1).toArray();
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? n : 0;
        for (int k = 0; k < n; k++) {
          sum += b[i * n + k] * b[j * n + k];
        }
        matrix[i * n + j] = sum / n;
      }
    }
    double[] expected = random.doubles(n, -1, 1).toArray();
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        right[i] += matrix[i * n + j] * expected[j];
      }
    }
    double[] x = Cholesky.factorIn(n, matrix).solve(right);
    for (int i = 0; i < n; i++) {
      assertThat(x[i]).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void refusesIndefiniteMatrices() {
    assertThat(Cholesky.factorIn(2, new double[] {1, 2, 2, 1})).isNull();
    assertThat(Cholesky.factorIn(1, new double[] {Double.NaN})).isNull();
  }
}
