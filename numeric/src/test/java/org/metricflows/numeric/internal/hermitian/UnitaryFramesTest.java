package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitaryFramesTest {

  /** In unitary frames |h|² is tr(g⁻¹h g⁻¹h), and pairings with covectors stay what they were. */
  @Test
  void unitaryFramesKeepLengthsAndPairings() {
    Random random = new Random(2);
    int m = 2;
    double[][] metric = {{2}, {0.3}, {-0.4}, {1.5}};
    UnitaryFrames frames = new UnitaryFrames(m, metric);
    double[][][] map = frames.components(1);
    double[] h = random.doubles(4, -1, 1).toArray();
    double[] own = new double[4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        own[i] += map[i][j][0] * h[j];
      }
    }
    double length = 0;
    for (double x : own) {
      length += x * x;
    }
    assertThat(length).isCloseTo(relativeSquare(metric, h), within(1e-13));
    double[][] v = {{0.7}, {-0.2}, {0.4}, {-0.9}};
    double[][] turned = frames.covectors(v, 1);
    double before = 0;
    double after = 0;
    for (int i = 0; i < 4; i++) {
      before += v[i][0] * h[i];
      after += turned[i][0] * own[i];
    }
    assertThat(after).isCloseTo(before, within(1e-13));
  }

  /** tr(g⁻¹h g⁻¹h) for m = 2: t² − 2d with t = tr g⁻¹h and d = det h/det g. */
  private static double relativeSquare(double[][] g, double[] h) {
    double det = g[0][0] * g[3][0] - g[1][0] * g[1][0] - g[2][0] * g[2][0];
    double trace = (g[3][0] * h[0] + g[0][0] * h[3] - 2 * (g[1][0] * h[1] + g[2][0] * h[2])) / det;
    return trace * trace - 2 * (h[0] * h[3] - h[1] * h[1] - h[2] * h[2]) / det;
  }
}
