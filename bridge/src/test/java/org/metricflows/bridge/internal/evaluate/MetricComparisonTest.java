package org.metricflows.bridge.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.symbolic.InputException;

class MetricComparisonTest {

  private static Evaluated metrics(double[] weights, boolean complex, double... values) {
    int points = weights.length;
    double[] x = new double[points];
    return new Evaluated(
        Map.of(
            "points", new Tensor(List.of(points, 1), x),
            "weights", Tensor.of(weights),
            "metric", new Tensor(List.of(points, 2, 2), values, complex)),
        Map.of());
  }

  /** g = (1 + e)h: the error is e whatever h, and the mean square is weighted. */
  @Test
  void multiplesAreOffByTheirFactor() {
    double[] weights = {1, 3};
    Evaluated h = metrics(weights, false, 2, 1, 1, 3, 5, -1, -1, 1);
    Evaluated g = metrics(weights, false, 2.2, 1.1, 1.1, 3.3, 4, -0.8, -0.8, 0.8);
    MetricComparison comparison = MetricComparison.of(g, h);
    assertThat(comparison.error().value())
        .isCloseTo(Math.sqrt((0.01 + 3 * 0.04) / 4), within(1e-14));
    assertThat(comparison.largest()).isCloseTo(0.2, within(1e-14));
    assertThat(MetricComparison.of(h, h).largest()).isZero();
  }

  /** In the frame of h: g − h = diag(a, b) there, and its length does not depend on coordinates. */
  @Test
  void coordinatesDoNotShow() {
    double[] weights = {1};
    // z → (z1 + i z2, z2) takes diag(1, 1) to [[1, -i], [i, 2]] and diag(1.3, 0.9) likewise
    Evaluated h = metrics(weights, true, 1, 0, 0, -1, 0, 1, 2, 0);
    Evaluated g = metrics(weights, true, 1.3, 0, 0, -1.3, 0, 1.3, 2.2, 0);
    assertThat(MetricComparison.of(g, h).error().value())
        .isCloseTo(Math.sqrt((0.09 + 0.01) / 2), within(1e-14));
  }

  @Test
  void otherPointsAreRefused() {
    Evaluated two = metrics(new double[] {1, 1}, false, 1, 0, 0, 1, 1, 0, 0, 1);
    Evaluated one = metrics(new double[] {1}, false, 1, 0, 0, 1);
    assertThatThrownBy(() -> MetricComparison.of(one, two)).isInstanceOf(InputException.class);
  }

  @Test
  void singularReferencesAreRefused() {
    Evaluated flat = metrics(new double[] {1}, false, 1, 0, 0, 1);
    Evaluated degenerate = metrics(new double[] {1}, false, 1, 1, 1, 1);
    assertThatThrownBy(() -> MetricComparison.of(flat, degenerate))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("singular");
  }
}
