package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.Parallel;

/** Cosines and sines in place of periodic coordinates. */
class ChartInputsTest {
  private static final double PERIOD = 3;
  private static final ChartInputs INPUTS = ChartInputs.periodic(PERIOD, 0);
  private static final NetworkShape SHAPE =
      new NetworkShape(
          INPUTS.count(), List.of(7, 5), 2, Parametrization.NTK, 1.2, 0.4, OutputSharing.SHARED);
  private static final double[] THETA = NetworkParameters.draw(SHAPE, 3).toArray();

  private static double[][] jets(int order, double[]... points) {
    JetModel model =
        JetNetwork.of(SHAPE, TestActivation.ERF, INPUTS.at(points, order), Parallel.common());
    double[][] jets = new double[model.columns()][points.length];
    model.outputJets(THETA, jets);
    return jets;
  }

  @Test
  void networksAreAsPeriodicAsTheirInputs() {
    double[][] jets = jets(2, new double[] {0.7, 0.2}, new double[] {0.7 + 2 * PERIOD, 0.2});
    for (double[] column : jets) {
      // the cosine of a sum of some tens is good to its rounding
      assertThat(column[1]).isCloseTo(column[0], within(1e-13));
    }
  }

  @Test
  void jetsAreDerivativesByTheCoordinates() {
    double[][] jets = jets(2, new double[] {0.7, 0.2});
    JetSpace space = new JetSpace(2, 2);
    for (int c = 0; c < 2; c++) {
      for (int j = 0; j < 2; j++) {
        // five-point differences: fifth derivatives of order 100 times h⁴/30, rounding 1e-16/h
        assertThat(jets[c * 6 + space.index(j)][0]).isCloseTo(difference(0, c, j), within(1e-9));
        for (int i = 0; i <= j; i++) {
          assertThat(jets[c * 6 + space.index(i, j)][0])
              .isCloseTo(difference(1, c * 3 + space.index(i), j), within(1e-9));
        }
      }
    }
  }

  /** The derivative by a coordinate of a column of the jets of an order. */
  private static double difference(int order, int column, int coordinate) {
    double h = 1e-3;
    double[][] points = new double[4][];
    for (int k = 0; k < 4; k++) {
      points[k] = new double[] {0.7, 0.2};
      points[k][coordinate] += (k < 2 ? k - 2 : k - 1) * h;
    }
    double[] f = jets(order, points)[column];
    return (8 * (f[2] - f[1]) - (f[3] - f[0])) / (12 * h);
  }

  @Test
  void pointsOfAnotherDimensionAreRefused() {
    assertThatThrownBy(() -> INPUTS.at(new double[][] {{1}}, 0))
        .hasMessageContaining("1 coordinates where the network takes 2");
  }
}
