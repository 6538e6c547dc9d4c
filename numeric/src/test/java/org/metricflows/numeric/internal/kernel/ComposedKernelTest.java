package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.network.ChartInputs;

/** The kernel of a network that takes cosines and sines. */
class ComposedKernelTest {
  private static final ChartInputs INPUTS = ChartInputs.periodic(2 * Math.PI, 0);
  private static final KernelArchitecture ARCHITECTURE = new KernelArchitecture(3, 2, 1.2, 0.3);

  private static final JetKernel KERNEL =
      new ComposedKernel(
          INPUTS,
          (x, order, y, otherOrder) ->
              InfiniteWidthKernel.of(ARCHITECTURE, Duals.erf(), order, otherOrder).ntkCross(x, y));

  private static double value(double x, double y, double u, double v) {
    return KERNEL.matrix(new double[][] {{x, y}}, 0, new double[][] {{u, v}}, 0).get(0, 0);
  }

  @Test
  void aPeriodChangesNothing() {
    assertThat(value(0.3 + 2 * Math.PI, 0.5, -0.4, 0.8))
        .isCloseTo(value(0.3, 0.5, -0.4, 0.8), within(1e-14));
  }

  @Test
  void derivativesInBothArgumentsAreThoseOfTheValues() {
    double h = 1e-2;
    double[][] x = {{0.3, 0.5}};
    double[][] y = {{-0.4, 0.8}};
    KernelMatrix jets = KERNEL.matrix(x, 2, y, 2);
    JetSpace space = new JetSpace(2, 2);
    // ∂_xx in the first argument and ∂_u∂_v in the second, by central differences of values
    double[] second = {1, -2, 1};
    double sum = 0;
    for (int i = -1; i <= 1; i++) {
      for (int a = -1; a <= 1; a += 2) {
        for (int b = -1; b <= 1; b += 2) {
          double value = value(0.3 + i * h, 0.5, -0.4 + a * h, 0.8 + b * h);
          sum += second[i + 1] * a * b * value / (4 * h * h * h * h);
        }
      }
    }
    // sixth derivatives of order 1 times h², and rounding 1e-16/h⁴
    assertThat(jets.get(space.index(0, 0), space.index(0, 1))).isCloseTo(sum, within(1e-3));
    double slope = (value(0.3, 0.5 + h, -0.4, 0.8) - value(0.3, 0.5 - h, -0.4, 0.8)) / (2 * h);
    assertThat(jets.get(space.index(1), 0)).isCloseTo(slope, within(1e-4));
  }

  @Test
  void itIsSymmetric() {
    double[][] points = {{0.3, 0.5}, {1.4, -0.2}, {4, 0.1}};
    KernelMatrix gram = KERNEL.matrix(points, 2, points, 2);
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(gram.get(i, j)).isCloseTo(gram.get(j, i), within(1e-12));
      }
    }
  }
}
