package org.metricflows.numeric.internal.kernel.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.Duals;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

class MetricGramTest {

  private static final HermitianOracle ORACLE = new HermitianOracle(2);
  private static final HermitianJetSpace SPACE = new HermitianJetSpace(2);

  static Stream<Named<MetricKernel>> kernels() {
    KernelArchitecture network = new KernelArchitecture(5, 2, 1.2, 0.2);
    return Stream.of(
        Named.of("erf", HermitianKernel.infiniteWidth(SPACE, network, Duals.erf())),
        Named.of("sin", HermitianKernel.infiniteWidth(SPACE, network, Duals.sin())),
        Named.of("gaussian", HermitianKernel.gaussian(SPACE, 0.7)));
  }

  /** A covariance of second derivatives of a random function: no eigenvalue below rounding. */
  @ParameterizedTest
  @MethodSource("kernels")
  void gramMatricesAreSymmetricAndSemiDefinite(MetricKernel kernel) {
    KernelPoints at = ORACLE.kernelPoints(ORACLE.points(4, 35), HermitianOracle::features);
    KernelMatrix gram = MetricGram.gram(kernel, at);
    double[][] dense = new double[gram.rows()][gram.columns()];
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.columns(); j++) {
        dense[i][j] = gram.get(i, j);
        assertThat(gram.get(j, i)).isEqualTo(gram.get(i, j));
      }
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(dense)).getEigenvalues();
    assertThat(eigenvalues[0]).isPositive();
    assertThat(eigenvalues[eigenvalues.length - 1]).isGreaterThan(-1e-12 * eigenvalues[0]);
  }

  /** The rectangle holds the same numbers, to the rounding of lanes and their order. */
  @ParameterizedTest
  @MethodSource("kernels")
  void crossMatricesAgreeWithGramMatrices(MetricKernel kernel) {
    double[][] points = ORACLE.points(4, 40);
    KernelPoints at = ORACLE.kernelPoints(points, HermitianOracle::features);
    KernelMatrix gram = MetricGram.gram(kernel, at);
    KernelMatrix cross = MetricGram.cross(kernel, at, at);
    double scale = 0;
    for (double value : gram.values()) {
      scale = Math.max(scale, Math.abs(value));
    }
    for (int k = 0; k < gram.values().length; k++) {
      assertThat(cross.values()[k]).isCloseTo(gram.values()[k], within(1e-12 * scale));
    }
  }

  /** One tile at a time or many, from other starts: a pair's numbers are the same bits. */
  @Test
  void tilesDoNotDependOnTheirNeighbours() {
    MetricKernel kernel = HermitianKernel.gaussian(SPACE, 0.7);
    double[][] points = ORACLE.points(4, 40);
    KernelPoints at = ORACLE.kernelPoints(points, HermitianOracle::features);
    KernelMatrix cross = MetricGram.cross(kernel, at, at);
    MetricKernel.Tile tile = kernel.bind(at, at).tile();
    double[] out = new double[16 * MetricKernel.LANES];
    tile.load(17, 5);
    tile.evaluate(3, out);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(out[(i * 4 + j) * MetricKernel.LANES + 2])
            .isEqualTo(cross.get(i * 40 + 3, j * 40 + 19));
      }
    }
  }
}
