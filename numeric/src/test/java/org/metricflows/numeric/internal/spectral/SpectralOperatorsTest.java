package org.metricflows.numeric.internal.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.Parallel;

class SpectralOperatorsTest {
  /**
   * Rounding of transforms: a few units in the last place times the largest wave number squared.
   */
  private static final double ROUNDING = 1e-11;

  static Stream<Arguments> grids() {
    return Stream.of(
        Arguments.of(new int[] {16}, 1),
        Arguments.of(new int[] {7}, 2),
        Arguments.of(new int[] {45}, 3),
        Arguments.of(new int[] {8, 12}, 3),
        Arguments.of(new int[] {20, 14}, 2),
        Arguments.of(new int[] {15, 9}, 1),
        Arguments.of(new int[] {8, 6, 10}, 6),
        Arguments.of(new int[] {9, 10, 7}, 3),
        Arguments.of(new int[] {32, 11, 16}, 1));
  }

  private static PeriodicGrid grid(int[] sizes) {
    double[] periods = {2 * Math.PI, 3.0, 5.0};
    return PeriodicGrid.of(sizes, Arrays.copyOf(periods, sizes.length));
  }

  /** A wave cos(k·x + shift) among the kept modes, with its jet. */
  private record Wave(double[] k, double shift) {
    static Wave draw(PeriodicGrid grid, Random random) {
      double[] k = new double[grid.dimension()];
      for (int a = 0; a < k.length; a++) {
        int kept = grid.keptModes(a);
        k[a] = 2 * Math.PI / grid.period(a) * (random.nextInt(2 * kept + 1) - kept);
      }
      return new Wave(k, random.nextDouble());
    }

    double phase(double[][] x, int p) {
      double phase = shift;
      for (int a = 0; a < k.length; a++) {
        phase += k[a] * x[a][p];
      }
      return phase;
    }

    double coefficient(JetSpace jets, int beta, double phase) {
      if (beta == 0) {
        return Math.cos(phase);
      }
      for (int i = 0; i < k.length; i++) {
        if (jets.index(i) == beta) {
          return -k[i] * Math.sin(phase);
        }
        for (int j = i; j < k.length; j++) {
          if (jets.index(i, j) == beta) {
            return -k[i] * k[j] * Math.cos(phase);
          }
        }
      }
      throw new IllegalStateException();
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void derivativesOfWavesAreExact(int[] sizes, int fields) {
    PeriodicGrid grid = grid(sizes);
    Random random = new Random(3);
    Wave[] waves = new Wave[fields];
    Arrays.setAll(waves, f -> Wave.draw(grid, random));
    SpectralOperators operators = new SpectralOperators(grid, fields, 2, Parallel.common());
    double[][] x = grid.coordinates();
    int points = grid.points();
    double[] values = new double[fields * points];
    for (int f = 0; f < fields; f++) {
      for (int p = 0; p < points; p++) {
        values[f * points + p] = Math.cos(waves[f].phase(x, p));
      }
    }
    JetSpace jets = operators.jets();
    double[][] columns = new double[fields * jets.size()][points];
    operators.jets(values, columns);
    for (int c = 0; c < columns.length; c++) {
      for (int p = 0; p < points; p++) {
        Wave wave = waves[c / jets.size()];
        double exact = wave.coefficient(jets, c % jets.size(), wave.phase(x, p));
        assertThat(columns[c][p]).isCloseTo(exact, within(ROUNDING));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void adjointIsTheTransposeOfJets(int[] sizes, int fields) {
    PeriodicGrid grid = grid(sizes);
    Random random = new Random(4);
    SpectralOperators operators = new SpectralOperators(grid, fields, 2, Parallel.common());
    int points = grid.points();
    double[] f = random.doubles(fields * points, -1, 1).toArray();
    double[][] a = new double[fields * operators.jets().size()][];
    Arrays.setAll(a, c -> random.doubles(points, -1, 1).toArray());
    double[][] jets = new double[a.length][points];
    operators.jets(f, jets);
    double[] adjoint = new double[f.length];
    operators.adjoint(a, adjoint);
    double left = 0;
    double scale = 0;
    for (int c = 0; c < a.length; c++) {
      for (int p = 0; p < points; p++) {
        left += a[c][p] * jets[c][p];
        scale += Math.abs(a[c][p] * jets[c][p]);
      }
    }
    double right = 0;
    for (int i = 0; i < f.length; i++) {
      right += f[i] * adjoint[i];
    }
    assertThat(right).isCloseTo(left, within(1e-13 * scale));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void heatKernelDampsEachWaveByItsFactor(int[] sizes, int fields) {
    PeriodicGrid grid = grid(sizes);
    Random random = new Random(5);
    double bandwidth = 0.4;
    Wave[] waves = new Wave[fields];
    Arrays.setAll(waves, f -> Wave.draw(grid, random));
    double[][] x = grid.coordinates();
    int points = grid.points();
    double[] values = new double[fields * points];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.cos(waves[i / points].phase(x, i % points));
    }
    double[] smooth = new double[values.length];
    SpectralOperators operators = new SpectralOperators(grid, fields, 0, Parallel.common());
    operators.smoothing(bandwidth).apply(values, smooth);
    for (int i = 0; i < values.length; i++) {
      double square = Arrays.stream(waves[i / points].k()).map(k -> k * k).sum();
      double exact = Math.exp(-bandwidth * bandwidth * square / 2) * values[i];
      assertThat(smooth[i]).isCloseTo(exact, within(1e-14));
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void interpolationReproducesWaves(int[] sizes, int fields) {
    PeriodicGrid grid = grid(sizes);
    Random random = new Random(6);
    int points = grid.points();
    Wave wave = Wave.draw(grid, random);
    double[] values = random.doubles(fields * points, -1, 1).toArray();
    for (int p = 0; p < points; p++) {
      values[p] = Math.cos(wave.phase(grid.coordinates(), p));
    }
    TrigonometricInterpolation interpolation =
        new TrigonometricInterpolation(grid, Parallel.common());
    double[][] elsewhere = new double[sizes.length][10];
    for (double[] column : elsewhere) {
      Arrays.setAll(column, i -> random.nextDouble(-7, 7));
    }
    double[][] result = new double[fields][10];
    interpolation.evaluate(values, elsewhere, result);
    for (int p = 0; p < 10; p++) {
      assertThat(result[0][p]).isCloseTo(Math.cos(wave.phase(elsewhere, p)), within(1e-13));
    }
  }

  @Test
  void productsOfKeptModesDoNotAlias() {
    PeriodicGrid grid = PeriodicGrid.of(new int[] {12}, new double[] {2 * Math.PI});
    double[] square = new double[12];
    for (int p = 0; p < 12; p++) {
      square[p] = 2 * Math.pow(Math.cos(3 * grid.coordinates()[0][p]), 2);
    }
    double[] kept = new double[12];
    new SpectralOperators(grid, 1, 0, Parallel.common()).smoothing(0).apply(square, kept);
    // 2cos² 3x = 1 + cos 6x, and 6 is not kept
    assertThat(kept).containsOnly(new double[] {1}, within(1e-15));
  }

  @Test
  void bitsDoNotDependOnTheNumberOfThreads() {
    PeriodicGrid grid = grid(new int[] {20, 18});
    double[] values = new Random(7).doubles(3 * grid.points()).toArray();
    double[][] one = new double[18][grid.points()];
    double[][] three = new double[18][grid.points()];
    try (Parallel alone = Parallel.of(1);
        Parallel several = Parallel.of(3)) {
      new SpectralOperators(grid, 3, 2, alone).jets(values, one);
      new SpectralOperators(grid, 3, 2, several).jets(values, three);
    }
    assertThat(three).isDeepEqualTo(one);
  }
}
