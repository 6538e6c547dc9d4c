package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeEigenvaluesTest {

  private static double[][] column(double... numbers) {
    double[][] columns = new double[numbers.length][1];
    for (int k = 0; k < numbers.length; k++) {
      columns[k][0] = numbers[k];
    }
    return columns;
  }

  /** [[2, i], [−i, 2]] has eigenvalues 1 and 3; [[0, 2i], [−2i, 0]] has −2 and 2. */
  @Test
  void smallestOfHermitianMatrices() {
    RelativeEigenvalues two = new RelativeEigenvalues(2);
    double[][] one = column(1, 0, 0, 1);
    assertThat(two.smallest(column(2, 0, 1, 2), one, 0)).isCloseTo(1, within(1e-14));
    assertThat(two.smallest(column(0, 0, 2, 0), one, 0)).isCloseTo(-2, within(1e-14));
    assertThat(new RelativeEigenvalues(1).smallest(column(-3), column(2), 0)).isEqualTo(-1.5);
  }

  /** g = A D A†, g₀ = A A† for any A: the eigenvalues are those of D. */
  @Test
  void coordinatesDoNotMatter() {
    double[][] g0 = column(2, 1, 1, 3);
    double[][] g = column(2 * 0.7, 0.7, 0.7, 3 * 0.7);
    assertThat(new RelativeEigenvalues(2).smallest(g, g0, 0)).isCloseTo(0.7, within(1e-14));
    // A = [[1, 1], [0, 1]] diag(1, √2): g₀ = [[3, 2], [2, 2]], g = A diag(5, ¼) A†.
    double[][] sheared = column(5 + 0.5, 0.5, 0, 0.5);
    double[][] background = column(3, 2, 0, 2);
    assertThat(new RelativeEigenvalues(2).smallest(sheared, background, 0))
        .isCloseTo(0.25, within(1e-14));
  }

  @Test
  void whatIsNoNumberHasNoEigenvalues() {
    double[][] g = column(Double.NaN, 0, 0, 1);
    assertThat(new RelativeEigenvalues(2).smallest(g, column(1, 0, 0, 1), 0)).isNaN();
  }
}
