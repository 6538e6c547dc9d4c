package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.kernel.KernelDuals;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.NeuralTangentKernel;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.network.Activation;

/** Finite networks at initialisation approach their infinite-width kernel like N^{−1/2}. */
class WidthLimitTest {
  private static final double[][] POINTS = {{0.4, -0.1}, {-0.6, 0.5}, {0.2, 0.9}};
  private static final double WEIGHT_STD = 1.2;
  private static final double BIAS_STD = 0.2;
  private static final int SEEDS = 40;
  private static final int OUTPUTS = 3;

  /**
   * The slope of log ‖Θ_N − Θ_∞‖ in log N. With 40 seeds a mean norm is known to about 5 %, so a
   * slope over a factor of 16 in width to about 0.03.
   */
  @ParameterizedTest
  @CsvSource({"erf, 1, SHARED", "tanh, 1, SHARED", "gelu, 2, SHARED", "sin, 2, INDEPENDENT"})
  void theDistanceToTheInfiniteKernelFallsLikeTheRootOfTheWidth(
      String name, int depth, OutputSharing sharing) {
    Activation activation = Activation.named(name);
    double[][] limit = limit(activation, depth);
    SimpleRegression regression = new SimpleRegression();
    for (int width : new int[] {16, 32, 64, 128, 256}) {
      NetworkShape shape =
          new NetworkShape(
              2,
              Collections.nCopies(depth, width),
              OUTPUTS,
              Parametrization.NTK,
              WEIGHT_STD,
              BIAS_STD,
              sharing);
      regression.addData(Math.log(width), Math.log(meanDistance(shape, activation, limit)));
    }
    assertThat(regression.getSlope()).isCloseTo(-0.5, within(0.1));
  }

  private static double meanDistance(NetworkShape shape, Activation activation, double[][] limit) {
    Compiler compiler = new Compiler();
    NeuralTangentKernel kernel =
        NeuralTangentKernel.of(
            shape, k -> compiler.compile(activation.derivatives(k)), Parallel.common());
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] theta = NetworkParameters.draw(shape, 1000L * shape.parameters() + seed).toArray();
      sum += distance(kernel.matrix(theta, POINTS), limit);
    }
    return sum / SEEDS;
  }

  private static double distance(double[] flat, double[][] limit) {
    double sum = 0;
    for (int i = 0; i < limit.length; i++) {
      for (int j = 0; j < limit.length; j++) {
        sum += Math.pow(flat[i * limit.length + j] - limit[i][j], 2);
      }
    }
    return Math.sqrt(sum);
  }

  /** Θ_cc' = δ_cc' Θ over (point, output). */
  private static double[][] limit(Activation activation, int depth) {
    KernelArchitecture architecture = new KernelArchitecture(2, depth, WEIGHT_STD, BIAS_STD);
    KernelMatrix gram =
        InfiniteWidthKernel.of(architecture, KernelDuals.of(activation), 0, 0).ntkGram(POINTS);
    int size = POINTS.length * OUTPUTS;
    double[][] full = new double[size][size];
    for (int i : List.of(0, 1, 2)) {
      for (int j : List.of(0, 1, 2)) {
        for (int c = 0; c < OUTPUTS; c++) {
          full[i * OUTPUTS + c][j * OUTPUTS + c] = gram.get(i, j);
        }
      }
    }
    return full;
  }
}
