package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.simd.Parallel;

class NeuralTangentKernelTest {

  static Stream<NetworkShape> shapes() {
    List<NetworkShape> shapes = new ArrayList<>();
    for (Parametrization p : Parametrization.values()) {
      for (OutputSharing s : OutputSharing.values()) {
        shapes.add(new NetworkShape(2, List.of(), 3, p, 1.1, 0.3, s));
        shapes.add(new NetworkShape(2, List.of(6), 3, p, 1.1, 0.3, s));
        shapes.add(new NetworkShape(3, List.of(5, 7, 4), 2, p, 1.1, 0.3, s));
      }
    }
    return shapes.stream();
  }

  private static double[][] points(int count, int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[count][];
    for (int p = 0; p < count; p++) {
      points[p] = random.doubles(d, -1, 1).toArray();
    }
    return points;
  }

  /** Rows (point, output), columns θ. */
  private static List<double[]> jacobian(NetworkShape shape, double[] theta, double[][] points) {
    List<double[]> rows = new ArrayList<>();
    for (double[] point : points) {
      List<Gradient> x = new ArrayList<>();
      for (double coordinate : point) {
        x.add(Gradient.constant(theta.length, coordinate));
      }
      List<Gradient> f =
          ReferenceNetwork.outputs(
              shape, TestActivation.TANH, k -> Gradient.variable(theta.length, k, theta[k]), x);
      f.forEach(value -> rows.add(value.getGradient()));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isTheJacobianTimesItsTranspose(NetworkShape shape) {
    double[] theta = NetworkParameters.draw(shape, 3).toArray();
    double[][] points = points(5, shape.inputs(), 1);
    double[][] others = points(4, shape.inputs(), 2);
    double[] matrix =
        NeuralTangentKernel.of(shape, TestActivation.TANH, Parallel.common())
            .matrix(theta, points, others);
    List<double[]> left = jacobian(shape, theta, points);
    List<double[]> right = jacobian(shape, theta, others);
    assertThat(matrix).hasSize(left.size() * right.size());
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        double sum = 0;
        for (int k = 0; k < theta.length; k++) {
          sum += left.get(i)[k] * right.get(j)[k];
        }
        // some hundred roundings of numbers of order one
        assertThat(matrix[i * right.size() + j]).isCloseTo(sum, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isSymmetricToTheLastBit(NetworkShape shape) {
    double[] theta = NetworkParameters.draw(shape, 4).toArray();
    double[][] points = points(120, shape.inputs(), 7);
    NeuralTangentKernel kernel =
        NeuralTangentKernel.of(shape, TestActivation.TANH, Parallel.common());
    double[] matrix = kernel.matrix(theta, points);
    assertThat(kernel.matrix(theta, points, points)).isEqualTo(matrix);
    int n = 120 * shape.outputs();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(matrix[i * n + j]).isEqualTo(matrix[j * n + i]);
      }
    }
  }

  @Test
  void doesNotDependOnThreads() {
    NetworkShape shape =
        new NetworkShape(
            2, List.of(30, 20), 3, Parametrization.NTK, 1.1, 0.3, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 4).toArray();
    double[][] points = points(100, 2, 7);
    double[] expected =
        NeuralTangentKernel.of(shape, TestActivation.ERF, Parallel.of(1)).matrix(theta, points);
    for (int threads = 2; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        assertThat(
                NeuralTangentKernel.of(shape, TestActivation.ERF, parallel).matrix(theta, points))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    NetworkShape shape =
        new NetworkShape(2, List.of(3), 1, Parametrization.NTK, 1, 0, OutputSharing.SHARED);
    NeuralTangentKernel kernel =
        NeuralTangentKernel.of(shape, TestActivation.SIN, Parallel.common());
    assertThatThrownBy(() -> kernel.matrix(new double[3], new double[1][2]))
        .hasMessage("theta: 3 numbers where the network has 13");
    assertThatThrownBy(() -> kernel.matrix(new double[13], new double[1][2], new double[2][3]))
        .hasMessage("others[0]: 3 coordinates where the network takes 2");
  }
}
