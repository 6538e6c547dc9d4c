package org.metricflows.numeric.internal.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.kernel.hermitian.MetricGram;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.StoredJets;
import org.metricflows.numeric.internal.simd.Parallel;

class FiniteWidthTest {

  private static final int M = 2;
  private static final int COMPONENTS = M * M;
  private static final int POINTS = 4;

  /** Θ = J Jᵀ with J by central differences of the metric in every parameter. */
  @Test
  void gramMatrixIsThatOfDifferences() {
    NetworkShape shape = Sine.shape(RandomPoints.FEATURES, 5, 4);
    JetNetwork network = network(shape);
    double[] theta = NetworkParameters.draw(shape, 3).toArray();
    double[] gram = new MetricJacobian(network).gram(theta, Batch.first(POINTS), identity());
    double[] expected = new double[gram.length];
    int size = COMPONENTS * POINTS;
    for (int k = 0; k < theta.length; k++) {
      double[] slope = difference(network, theta, k);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          expected[i * size + j] += slope[i] * slope[j];
        }
      }
    }
    // differences of step 1e-5 are off by 1e-10 times third derivatives of order ten
    assertClose(gram, expected, 1e-8);
  }

  /** The average of ‖Θ_N − Θ_∞‖² over seeds falls like 1/N, the width of the network. */
  @Test
  void approachesInfiniteWidthLikeTheRootOfTheWidth() {
    KernelMatrix limit =
        MetricGram.gram(
            Sine.infiniteWidth(M, RandomPoints.FEATURES, 2), RandomPoints.of(M, POINTS, 1));
    double[] distances = new double[3];
    int[] widths = {16, 64, 256};
    int seeds = 24;
    for (int w = 0; w < widths.length; w++) {
      NetworkShape shape = Sine.shape(RandomPoints.FEATURES, widths[w], widths[w]);
      MetricJacobian jacobian = new MetricJacobian(network(shape));
      double[] mean = new double[limit.values().length];
      for (int seed = 1; seed <= seeds; seed++) {
        double[] theta = NetworkParameters.draw(shape, seed).toArray();
        double[] gram = jacobian.gram(theta, Batch.first(POINTS), identity());
        double drift = KernelSpectrum.drift(gram, limit.values());
        distances[w] += drift * drift / seeds;
        for (int k = 0; k < mean.length; k++) {
          mean[k] += gram[k] / seeds;
        }
      }
      // the mean over seeds is nearer by their root, but for a bias of order 1/N
      double spread = Math.sqrt(distances[w] / seeds);
      assertThat(KernelSpectrum.drift(mean, limit.values()))
          .isLessThan(2 * spread + 4.0 / widths[w]);
    }
    double slope = Math.log(distances[2] / distances[0]) / Math.log(256.0 / 16) / 2;
    assertThat(slope).isCloseTo(-0.5, within(0.1)); // 24 seeds leave some 0.05
  }

  /** Products through the parameters are products with Θ. */
  @Test
  void parameterKernelsAgreeWithTheirGramMatrix() {
    NetworkShape shape = Sine.shape(RandomPoints.FEATURES, 6);
    JetNetwork network = network(shape);
    double[] theta = NetworkParameters.draw(shape, 5).toArray();
    int training = 3;
    int[] points = {0, 1, 2, 3};
    ParameterTangent kernel =
        new ParameterTangent(
            network, theta, new Batch(points, 0, training), new Batch(points, 3, 1));
    double[] gram = new MetricJacobian(network).gram(theta, Batch.first(POINTS), identity());
    double[][] s = RandomPoints.columns(COMPONENTS, training, 8);
    double[][] applied = new double[COMPONENTS][training];
    kernel.apply(s, applied);
    double[][] predicted = kernel.predict(s);
    double[] contracted = kernel.contract(s);
    int size = COMPONENTS * POINTS;
    double total = 0;
    for (int i = 0; i < COMPONENTS; i++) {
      for (int a = 0; a < POINTS; a++) {
        double sum = 0;
        for (int j = 0; j < COMPONENTS; j++) {
          for (int b = 0; b < training; b++) {
            sum += gram[(i * POINTS + a) * size + j * POINTS + b] * s[j][b];
          }
        }
        double actual = a < training ? applied[i][a] : predicted[i][a - training];
        assertThat(actual).isCloseTo(sum, within(1e-11));
        total += a < training ? s[i][a] * sum : 0;
      }
    }
    assertThat(Arrays.stream(contracted).sum()).isCloseTo(total, within(1e-10));
  }

  private static JetNetwork network(NetworkShape shape) {
    StoredJets inputs = RandomPoints.inputs(M, POINTS, 1);
    return JetNetwork.of(shape, Sine.activation(), inputs, Parallel.common());
  }

  private static double[] difference(JetNetwork network, double[] theta, int k) {
    double h = 1e-5;
    double[] moved = theta.clone();
    moved[k] += h;
    double[] forward = metric(network, moved);
    moved[k] -= 2 * h;
    double[] backward = metric(network, moved);
    double[] slope = new double[forward.length];
    Arrays.setAll(slope, i -> (forward[i] - backward[i]) / (2 * h));
    return slope;
  }

  private static double[] metric(JetNetwork network, double[] theta) {
    double[][] jets = new double[network.columns()][POINTS];
    network.outputJets(theta, Batch.first(POINTS), jets);
    double[] metric = new double[COMPONENTS * POINTS];
    for (int i = 0; i < COMPONENTS; i++) {
      System.arraycopy(jets[1 + 2 * M + i], 0, metric, i * POINTS, POINTS);
    }
    return metric;
  }

  private static double[][][] identity() {
    double[][][] frames = new double[COMPONENTS][COMPONENTS][POINTS];
    for (int i = 0; i < COMPONENTS; i++) {
      Arrays.fill(frames[i][i], 1);
    }
    return frames;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int k = 0; k < expected.length; k++) {
      assertThat(actual[k]).isCloseTo(expected[k], within(tolerance * scale));
    }
  }
}
