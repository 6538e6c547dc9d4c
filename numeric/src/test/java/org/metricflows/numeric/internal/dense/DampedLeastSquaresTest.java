package org.metricflows.numeric.internal.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DampedLeastSquaresTest {

  private static double[] random(int count, long seed) {
    return new Random(seed).doubles(count, -1, 1).toArray();
  }

  /** Sizes on both sides of a square, and of the blocks; sums in another order. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 700", "700, 3", "191, 200", "400, 193", "385, 385"})
  void gramMatricesAreThoseOfSums(int rows, int columns) {
    double[] a = random(rows * columns, 3);
    double[] ofRows = random(rows * rows, 4);
    double[] ofColumns = random(columns * columns, 5);
    GramMatrix.ofRows(rows, columns, a, ofRows);
    GramMatrix.ofColumns(rows, columns, a, ofColumns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        double sum = 0;
        for (int k = columns - 1; k >= 0; k--) {
          sum += a[i * columns + k] * a[j * columns + k];
        }
        assertThat(ofRows[i * rows + j]).isCloseTo(sum, within(1e-12));
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int k = rows - 1; k >= 0; k--) {
          sum += a[k * columns + i] * a[k * columns + j];
        }
        assertThat(ofColumns[i * columns + j]).isCloseTo(sum, within(1e-12));
      }
    }
  }

  /** The gradient Aᵀ(Ax − b) + λx vanishes at the least. */
  @ParameterizedTest
  @CsvSource({"40, 90", "90, 40", "64, 64"})
  void findsTheLeast(int rows, int columns) {
    double lambda = 0.3;
    double[] a = random(rows * columns, 1);
    double[] b = random(rows, 2);
    DampedLeastSquares system = new DampedLeastSquares(columns);
    System.arraycopy(random(2 * rows * columns, 9), 0, system.rows(2 * rows), 0, rows * columns);
    System.arraycopy(a, 0, system.rows(rows), 0, a.length);
    assertThat(system.factor(rows, lambda)).isTrue();
    double[] x = system.solve(b);
    double[] ax = new double[rows];
    system.times(rows, x, ax);
    for (int k = 0; k < columns; k++) {
      double slope = lambda * x[k];
      for (int i = 0; i < rows; i++) {
        slope += a[i * columns + k] * (ax[i] - b[i]);
      }
      assertThat(slope).isCloseTo(0, within(1e-12));
    }
  }

  /**
   * With (A Aᵀ + λ) c = b − ρ and |ρ| ≤ 10⁻⁴ |b|, as is promised, the gradient is Aᵀρ. The last two
   * rows are nearly the same: the matrix is singular to single precision, and to double where λ is
   * below its rounding.
   */
  @ParameterizedTest
  @CsvSource({"40, 90, 0.3", "90, 40, 0.3", "60, 80, 1e-5", "60, 80, 1e-6", "60, 80, 1e-12"})
  void singlePrecisionIsRefined(int rows, int columns, double lambda) {
    double[] a = random(rows * columns, 1);
    double[] b = random(rows, 2);
    System.arraycopy(a, a.length - 2 * columns, a, a.length - columns, columns);
    a[a.length - 1] += 1e-5;
    b[rows - 1] = b[rows - 2];
    DampedLeastSquares system = DampedLeastSquares.single(columns);
    System.arraycopy(a, 0, system.rows(rows), 0, a.length);
    assertThat(system.factor(rows, lambda)).isTrue();
    double[] x = system.solve(b);
    double[] gap = new double[rows];
    system.times(rows, x, gap);
    Arrays.setAll(gap, i -> gap[i] - b[i]);
    double square = 0;
    for (int k = 0; k < columns; k++) {
      double slope = lambda * x[k];
      for (int i = 0; i < rows; i++) {
        slope += a[i * columns + k] * gap[i];
      }
      square += slope * slope;
    }
    double norms = rows * system.meanSquare(rows) * Arrays.stream(b).map(y -> y * y).sum();
    assertThat(Math.sqrt(square)).isLessThan(1e-4 * Math.sqrt(norms));
  }

  @Test
  void theMeanSquareIsThatOfTheGramMatrixDiagonal() {
    int rows = 37;
    int columns = 11;
    double[] a = random(rows * columns, 6);
    DampedLeastSquares system = new DampedLeastSquares(columns);
    System.arraycopy(a, 0, system.rows(rows), 0, a.length);
    double[] gram = new double[rows * rows];
    GramMatrix.ofRows(rows, columns, a, gram);
    double trace = 0;
    for (int i = 0; i < rows; i++) {
      trace += gram[i * rows + i];
    }
    assertThat(system.meanSquare(rows)).isCloseTo(trace / rows, within(1e-13));
  }

  @Test
  void whatIsNotPositiveIsNotSolved() {
    DampedLeastSquares system = new DampedLeastSquares(2);
    Arrays.fill(system.rows(2), 0);
    assertThat(system.factor(2, 0)).isFalse();
    assertThat(system.factor(2, 1e-3)).isTrue();
  }

  @Test
  void moreRowsThanAnArrayHoldsAreRefused() {
    assertThatThrownBy(() -> new DampedLeastSquares(1_000_000).rows(3000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3000 rows of 1000000 numbers");
    assertThat(DampedLeastSquares.bytes(2000, 10_000)).isEqualTo(8 * (20_000_000L + 4_000_000));
    assertThat(DampedLeastSquares.bytes(5000, 1000)).isEqualTo(8 * (5_000_000L + 1_000_000));
  }
}
