package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesTest {

  /** B Bᵀ, the columns of B shrinking by a factor. */
  private static double[][] gram(int n, double factor) {
    Random random = new Random(n);
    double[][] b = new double[n][n];
    for (double[] row : b) {
      Arrays.setAll(row, j -> random.nextGaussian() * Math.pow(factor, j));
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          gram[i][j] += b[i][k] * b[j][k];
        }
      }
    }
    return gram;
  }

  /** Against Hipparchus. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 50})
  void agreeWithAnotherLibrary(int n) {
    double[][] matrix = gram(n, 1);
    double[] expected =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix)).getEigenvalues();
    assertThat(Eigenvalues.of(matrix)).containsExactly(expected, within(1e-14 * expected[0]));
  }

  /** Known eigenvalues over twelve powers of ten: within 10⁻¹⁴ of the largest, not of each. */
  @Test
  void areBackwardStable() {
    double[] expected = {1, 1e-3, 1e-6, -1e-9, -1e-12};
    int n = expected.length;
    double[][] reflection = new double[n][n]; // 1 − 2uuᵀ/|u|² with u = (1, …, n)
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        reflection[i][j] = (i == j ? 1 : 0) - 2.0 * (i + 1) * (j + 1) / 55;
      }
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          matrix[i][j] += reflection[i][k] * expected[k] * reflection[j][k];
        }
      }
    }
    Arrays.sort(expected);
    double[] values = Eigenvalues.of(matrix);
    for (int k = 0; k < n; k++) {
      assertThat(values[n - 1 - k]).isCloseTo(expected[k], within(1e-14));
    }
  }

  /** A kernel's spectrum, over 60 powers of ten: rounding is left of most of it. */
  @Test
  void decayingSpectraConverge() {
    double[][] matrix = gram(100, 0.5);
    double trace = 0;
    double[] flat = new double[100 * 100];
    for (int i = 0; i < 100; i++) {
      trace += matrix[i][i];
      System.arraycopy(matrix[i], 0, flat, 100 * i, 100);
    }
    double[] values = Eigenvalues.of(100, flat);
    assertThat(Arrays.stream(values).sum()).isCloseTo(trace, within(1e-13 * trace));
    assertThat(values[99]).isCloseTo(0, within(1e-13 * trace));
    assertThat(values).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void entriesThatAreNotFiniteLeaveNone() {
    double[] nan = {Double.NaN, Double.NaN};
    assertThat(Eigenvalues.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}})).isEqualTo(nan);
    assertThat(Eigenvalues.of(2, new double[] {Double.POSITIVE_INFINITY, 0, 0, 1})).isEqualTo(nan);
  }
}
