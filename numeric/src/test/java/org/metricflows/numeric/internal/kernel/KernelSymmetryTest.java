package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.kernel.jet.Elementary;

class KernelSymmetryTest {

  static Stream<Named<KernelDual>> duals() {
    return Stream.of(
        Named.of("erf", Duals.erf()),
        Named.of("sin", Duals.sin()),
        Named.of("square", Duals.square()),
        Named.of("tanh", ExpectationDual.of((a, u) -> a.apply(Elementary.TANH, u))));
  }

  /**
   * The jets' Gram matrix is a covariance of derivatives of a random function: no eigenvalue is
   * negative beyond rounding of the largest.
   */
  @ParameterizedTest
  @MethodSource("duals")
  void gramMatricesAreSemiDefinite(KernelDual dual) {
    Random random = new Random(2);
    double[][] points = new double[6][];
    for (int a = 0; a < points.length; a++) {
      points[a] = random.doubles(2, -1, 1).toArray();
    }
    KernelMatrix gram =
        InfiniteWidthKernel.of(new KernelArchitecture(2, 2, 1.1, 0.3), dual, 2, 2).ntkGram(points);
    double[][] dense = new double[gram.rows()][gram.columns()];
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.columns(); j++) {
        dense[i][j] = gram.get(i, j);
      }
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(dense)).getEigenvalues();
    double largest = eigenvalues[0];
    assertThat(eigenvalues[eigenvalues.length - 1]).isGreaterThan(-1e-13 * largest);
    assertThat(largest).isPositive();
  }

  /** Θ depends on x·x, x'·x' and x·x' alone: turning both points turns the gradients. */
  @ParameterizedTest
  @MethodSource("duals")
  void rotationsTurnGradients(KernelDual dual) {
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(new KernelArchitecture(2, 3, 1.1, 0.3), dual, 2, 2);
    double[] x = {0.4, -0.7};
    double[] xp = {0.8, 0.1};
    double angle = 0.6;
    double[] here = kernel.at(x, xp).ntk();
    double[] there = kernel.at(turn(x, angle), turn(xp, angle)).ntk();
    BiJetSpace space = kernel.space();
    assertThat(there[0]).isCloseTo(here[0], within(1e-13 * Math.abs(here[0])));
    double[] gradient = {here[space.index(1, 0)], here[space.index(2, 0)]};
    double[] turned = turn(gradient, angle);
    double size = Math.hypot(gradient[0], gradient[1]);
    assertThat(there[space.index(1, 0)]).isCloseTo(turned[0], within(1e-12 * size));
    assertThat(there[space.index(2, 0)]).isCloseTo(turned[1], within(1e-12 * size));
    double laplacian = here[space.index(3, 0)] + here[space.index(5, 0)];
    assertThat(there[space.index(3, 0)] + there[space.index(5, 0)])
        .isCloseTo(laplacian, within(1e-11 * (1 + Math.abs(laplacian))));
  }

  private static double[] turn(double[] v, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1]};
  }
}
