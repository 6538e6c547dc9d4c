package org.metricflows.numeric.internal.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators on cosine grids are exact on the modes that they keep, up to rounding. */
class CosineGridTest {

  /** A random series of the grid's modes, with coefficients that fall like 1/(1+k). */
  private static CosineSeries random(CosineGrid grid, long seed) {
    Random random = new Random(seed);
    double[] coefficients = new double[grid.modes()];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = random.nextGaussian() / (1 + k);
    }
    return new CosineSeries(coefficients);
  }

  private static double[] values(CosineGrid grid, DoubleUnaryOperator f) {
    double[] x = grid.points();
    double[] values = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      values[j] = f.applyAsDouble(x[j]);
    }
    return values;
  }

  private static void assertMaps(
      CosineGrid grid,
      BiConsumer<double[], double[]> operator,
      double[] f,
      DoubleUnaryOperator expected) {
    double[] result = new double[grid.size()];
    operator.accept(f, result);
    // rounding of the second derivative's matrix, of norm K² ≈ n²/2, a few units in the last place
    double scale = 1 + (double) grid.size() * grid.size();
    assertThat(result).containsExactly(values(grid, expected), within(4e-15 * scale));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 16, 45, 128})
  void derivativesAndPrimitives(int size) {
    CosineGrid grid = new CosineGrid(size);
    CosineSeries f = random(grid, size);
    double[] values = values(grid, f::value);
    double mean = f.coefficients()[0];
    assertMaps(grid, grid::differentiate, values, f::derivative);
    assertMaps(grid, grid::differentiateTwice, values, f::secondDerivative);
    assertMaps(grid, grid::integrate, values, x -> f.integral(x) - mean * x);
    assertThat(grid.mean(values)).isCloseTo(mean, within(1e-14));
    assertThat(grid.series(values).truncated(grid.modes()).coefficients())
        .containsExactly(f.coefficients(), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 16, 45})
  void projectionDropsTheUpperThird(int size) {
    CosineGrid grid = new CosineGrid(size);
    CosineSeries f = random(grid, 3);
    double[] values = values(grid, x -> f.value(x) + Math.cos(grid.modes() * x));
    assertMaps(grid, grid::project, values, f::value);
  }

  /** ∫ cos kx sin x dx = 2/(1−k²) for even k, 0 for odd. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 33})
  void sineWeightsIntegrateEverySeriesThatTheGridHolds(int size) {
    CosineGrid grid = new CosineGrid(size);
    double[] weights = grid.sineWeights();
    for (int k = 0; k < size; k++) {
      int mode = k;
      double[] values = values(grid, x -> Math.cos(mode * x));
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += weights[j] * values[j];
      }
      double exact = k % 2 == 0 ? 2.0 / (1 - (double) k * k) : 0;
      assertThat(sum).isCloseTo(exact, within(1e-14));
    }
  }

  @Test
  void tailIsTheLargestOfTheLast() {
    CosineSeries series = new CosineSeries(new double[] {5, 1, -3, 2});
    assertThat(series.tail(2)).isEqualTo(3);
    assertThat(series.tail(4)).isZero();
  }

  @Test
  void onePointIsNoGrid() {
    assertThatThrownBy(() -> new CosineGrid(1)).hasMessageContaining("at least 2");
  }
}
