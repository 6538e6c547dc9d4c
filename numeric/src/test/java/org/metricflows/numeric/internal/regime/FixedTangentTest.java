package org.metricflows.numeric.internal.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.kernel.hermitian.HermitianKernel;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.MetricGram;

class FixedTangentTest {

  private static final int N = 45;
  private static final HermitianKernel KERNEL =
      HermitianKernel.gaussian(new HermitianJetSpace(2), 1.5);

  /** Stored, streamed and written out are the same products, summed in other orders. */
  @Test
  void productsAgreeWithTheGramMatrix() {
    KernelPoints training = RandomPoints.of(2, N, 1);
    KernelPoints heldOut = RandomPoints.of(2, 10, 2);
    double[][] s = RandomPoints.columns(4, N, 3);
    KernelMatrix gram = MetricGram.gram(KERNEL, training);
    KernelMatrix cross = MetricGram.cross(KERNEL, heldOut, training);
    for (FixedTangent kernel :
        new FixedTangent[] {
          FixedTangent.stored(KERNEL, training, heldOut),
          FixedTangent.streamed(KERNEL, training, heldOut)
        }) {
      double[][] change = new double[4][N];
      Arrays.stream(change).forEach(column -> Arrays.fill(column, 7)); // written over, not added to
      kernel.apply(s, change);
      compare(change, gram, s);
      compare(kernel.predict(s), cross, s);
    }
  }

  /** K = C Θ Cᵀ. */
  @Test
  void contractionIsAQuadraticForm() {
    KernelPoints training = RandomPoints.of(2, N, 1);
    double[][] c = RandomPoints.columns(4, N, 5);
    KernelMatrix gram = MetricGram.gram(KERNEL, training);
    double[] contracted = FixedTangent.streamed(KERNEL, training, training).contract(c);
    for (int a = 0; a < N; a++) {
      for (int b = 0; b < N; b++) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            sum += c[i][a] * gram.get(i * N + a, j * N + b) * c[j][b];
          }
        }
        assertThat(contracted[a * N + b]).isCloseTo(sum, within(1e-12 * largest(gram)));
      }
    }
  }

  private static void compare(double[][] result, KernelMatrix matrix, double[][] s) {
    int rows = matrix.rows() / 4;
    int columns = matrix.columns() / 4;
    for (int row = 0; row < matrix.rows(); row++) {
      double sum = 0;
      for (int column = 0; column < matrix.columns(); column++) {
        sum += matrix.get(row, column) * s[column / columns][column % columns];
      }
      assertThat(result[row / rows][row % rows])
          .isCloseTo(sum, within(1e-12 * matrix.columns() * largest(matrix)));
    }
  }

  private static double largest(KernelMatrix matrix) {
    double largest = 0;
    for (double value : matrix.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
