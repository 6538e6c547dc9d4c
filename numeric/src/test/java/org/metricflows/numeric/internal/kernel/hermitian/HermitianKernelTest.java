package org.metricflows.numeric.internal.kernel.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.kernel.Duals;
import org.metricflows.numeric.internal.kernel.ExpectationDual;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;
import org.metricflows.numeric.internal.kernel.jet.Elementary;

class HermitianKernelTest {

  private static final double WEIGHT = 1.2;
  private static final double BIAS = 0.2;

  /** Four derivatives of the erf recursion by automatic differentiation in all coordinates. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "2, 2"})
  void infiniteWidthKernelIsFourTimesDifferentiated(int m, int layers) {
    HermitianOracle oracle = new HermitianOracle(m);
    HermitianKernel kernel = infinite(m, 2 * m + 1, layers, Duals.erf());
    agrees(oracle, kernel, (f, fp) -> erfKernel(f, fp, layers), 3);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.3", "2, 2"})
  void gaussianKernelIsFourTimesDifferentiated(int m, double length) {
    HermitianOracle oracle = new HermitianOracle(m);
    HermitianKernel kernel = HermitianKernel.gaussian(new HermitianJetSpace(m), length);
    agrees(oracle, kernel, (f, fp) -> gaussian(f, fp, length), 3);
  }

  /** A length of 10⁻³ between points 10⁻⁴ apart: derivatives of 10¹² that do not cancel away. */
  @Test
  void narrowGaussiansKeepTheirDigits() {
    HermitianOracle oracle = new HermitianOracle(2);
    HermitianKernel kernel = HermitianKernel.gaussian(new HermitianJetSpace(2), 1e-3);
    double[][] points = oracle.points(3, 2);
    for (int i = 0; i < 4; i++) {
      points[1][i] = points[0][i] + 1e-4 * (i - 1);
    }
    KernelPoints at = oracle.kernelPoints(points, HermitianOracle::features);
    double[][] expected =
        oracle.metricKernel(
            points[0], points[1], (f, fp) -> gaussian(f, fp, 1e-3), HermitianOracle::features);
    assertClose(pair(kernel, at, 0, 1), expected, 1e-9);
  }

  /**
   * With the real coordinates for features the kernel is a combination of the real 2+2 derivatives
   * that flows of real metrics use, for closed forms and quadrature alike.
   */
  @ParameterizedTest
  @ValueSource(strings = {"erf", "sin", "tanh"})
  void agreesWithRealDerivatives(String name) {
    KernelDual dual =
        switch (name) {
          case "erf" -> Duals.erf();
          case "sin" -> Duals.sin();
          default -> ExpectationDual.of((a, u) -> a.apply(Elementary.TANH, u));
        };
    HermitianOracle oracle = new HermitianOracle(2);
    KernelArchitecture network = new KernelArchitecture(4, 2, WEIGHT, BIAS);
    InfiniteWidthKernel real = InfiniteWidthKernel.of(network, dual, 2, 2);
    double[][] points = oracle.points(11, 2);
    double[] jets = real.at(points[0], points[1]).ntk();
    JetSpace side = real.space().left();
    double[][] expected =
        oracle.metricKernel(
            (i, j, k, l) -> jets[real.space().index(side.index(i, j), side.index(k, l))]);
    HermitianKernel kernel = infinite(2, 4, 2, dual);
    KernelPoints at = oracle.kernelPoints(points, HermitianOracle::coordinates);
    assertClose(pair(kernel, at, 0, 1), expected, 1e-11);
  }

  /** Θ_ij(x, x') = Θ_ji(x', x), whichever lane a pair is in. */
  @Test
  void exchangingThePointsTransposes() {
    HermitianOracle oracle = new HermitianOracle(3);
    HermitianKernel kernel = infinite(3, 7, 2, Duals.erf());
    KernelPoints at = oracle.kernelPoints(oracle.points(1, 40), HermitianOracle::features);
    double[][] one = pair(kernel, at, 3, 38);
    double[][] other = pair(kernel, at, 38, 3);
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        assertThat(one[i][j]).isCloseTo(other[j][i], within(1e-12 * largest(one)));
      }
    }
  }

  @Test
  void reluIsRefused() {
    assertThatThrownBy(() -> infinite(2, 4, 2, new PiecewiseLinearDual(1, 0)))
        .hasMessageContaining("not twice differentiable");
    assertThatThrownBy(() -> HermitianKernel.gaussian(new HermitianJetSpace(2), 0))
        .hasMessageContaining("length: 0.0 is not a positive number");
  }

  private static void agrees(
      HermitianOracle oracle, HermitianKernel kernel, HermitianOracle.Kernel formula, int count) {
    double[][] points = oracle.points(7, count);
    KernelPoints at = oracle.kernelPoints(points, HermitianOracle::features);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double[][] expected =
            oracle.metricKernel(points[a], points[b], formula, HermitianOracle::features);
        // automatic differentiation and the nested sums round differently, by some 10 units
        assertClose(pair(kernel, at, a, b), expected, 1e-11);
      }
    }
  }

  private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
    double scale = largest(expected);
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        assertThat(actual[i][j])
            .as("component %d, %d", i, j)
            .isCloseTo(expected[i][j], within(tolerance * scale));
      }
    }
  }

  private static double largest(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private static double[][] pair(HermitianKernel kernel, KernelPoints at, int a, int b) {
    int components = kernel.components();
    MetricKernel.Tile tile = kernel.bind(at, at).tile();
    double[] out = new double[components * components * MetricKernel.LANES];
    int from = Math.max(0, b - 2);
    tile.load(from, b - from + 1);
    tile.evaluate(a, out);
    double[][] pair = new double[components][components];
    for (int i = 0; i < components; i++) {
      for (int j = 0; j < components; j++) {
        pair[i][j] = out[(i * components + j) * MetricKernel.LANES + b - from];
      }
    }
    return pair;
  }

  private static HermitianKernel infinite(int m, int features, int layers, KernelDual dual) {
    return HermitianKernel.infiniteWidth(
        new HermitianJetSpace(m), new KernelArchitecture(features, layers, WEIGHT, BIAS), dual);
  }

  private static DerivativeStructure erfKernel(
      DerivativeStructure[] f, DerivativeStructure[] fp, int layers) {
    DerivativeStructure p = first(f, f);
    DerivativeStructure q = first(fp, fp);
    DerivativeStructure r = first(f, fp);
    DerivativeStructure theta = r;
    for (int l = 0; l < layers; l++) {
      DerivativeStructure product = p.multiply(2).add(1).multiply(q.multiply(2).add(1));
      DerivativeStructure slope =
          product.subtract(r.square().multiply(4)).sqrt().reciprocal().multiply(4 / Math.PI);
      r = affine(r.multiply(2).divide(product.sqrt()).asin());
      p = affine(p.multiply(2).divide(p.multiply(2).add(1)).asin());
      q = affine(q.multiply(2).divide(q.multiply(2).add(1)).asin());
      theta = r.add(slope.multiply(theta).multiply(WEIGHT * WEIGHT));
    }
    return theta;
  }

  private static DerivativeStructure affine(DerivativeStructure angle) {
    return angle.multiply(2 / Math.PI * WEIGHT * WEIGHT).add(BIAS * BIAS);
  }

  private static DerivativeStructure first(DerivativeStructure[] f, DerivativeStructure[] fp) {
    DerivativeStructure sum = f[0].getField().getZero();
    for (int i = 0; i < f.length; i++) {
      sum = sum.add(f[i].multiply(fp[i]));
    }
    return sum.multiply(WEIGHT * WEIGHT / f.length).add(BIAS * BIAS);
  }

  private static DerivativeStructure gaussian(
      DerivativeStructure[] f, DerivativeStructure[] fp, double length) {
    DerivativeStructure sum = f[0].getField().getZero();
    for (int i = 0; i < f.length; i++) {
      sum = sum.add(f[i].subtract(fp[i]).square());
    }
    return sum.multiply(-0.5 / (length * length)).exp();
  }
}
