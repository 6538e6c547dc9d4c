package org.metricflows.numeric.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesAlgebraTest {
  /** More than a piece, and no multiple of it. */
  private static final int RUN = 70;

  /** Random series with constant terms in 1 … 2, other coefficients in −1 … 1. */
  private static double[] random(SeriesSpace space, long seed) {
    Random random = new Random(seed);
    double[] f = random.doubles((long) space.size() * RUN, -1, 1).toArray();
    for (int i = 0; i < RUN; i++) {
      f[i] = 1 + random.nextDouble();
    }
    return f;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static double[] product(SeriesAlgebra algebra, double[] f, double[] g) {
    double[] product = new double[f.length];
    algebra.multiply(f, g, product, RUN);
    return product;
  }

  private static double[] sum(double[] f, double[] g) {
    double[] sum = f.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += g[i];
    }
    return sum;
  }

  /** Coefficients reach some thousands before they cancel, rounding is that times 10⁻¹⁶. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "3, 8", "4, 9"})
  void seriesFormACommutativeRing(int m, long seed) {
    SeriesAlgebra algebra = new SeriesAlgebra(new SeriesSpace(m));
    double[] f = random(algebra.space(), seed);
    double[] g = random(algebra.space(), seed + 10);
    double[] h = random(algebra.space(), seed + 20);
    assertClose(product(algebra, f, g), product(algebra, g, f), 1e-12);
    assertClose(
        product(algebra, product(algebra, f, g), h),
        product(algebra, f, product(algebra, g, h)),
        1e-11);
    assertClose(
        product(algebra, f, sum(g, h)), sum(product(algebra, f, g), product(algebra, f, h)), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theReciprocalTimesTheSeriesIsOne(int m) {
    SeriesAlgebra algebra = new SeriesAlgebra(new SeriesSpace(m));
    double[] f = random(algebra.space(), m);
    double[] inverse = new double[f.length];
    algebra.reciprocal(f, inverse, RUN);
    double[] one = new double[f.length];
    java.util.Arrays.fill(one, 0, RUN, 1);
    assertClose(product(algebra, f, inverse), one, 1e-10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void logarithmsOfProductsAreSums(int m) {
    SeriesAlgebra algebra = new SeriesAlgebra(new SeriesSpace(m));
    double[] f = random(algebra.space(), m);
    double[] g = random(algebra.space(), m + 10);
    double[] left = new double[f.length];
    double[] right = new double[f.length];
    double[] both = new double[f.length];
    algebra.logarithm(f, left, RUN);
    algebra.logarithm(g, right, RUN);
    algebra.logarithm(product(algebra, f, g), both, RUN);
    assertClose(both, sum(left, right), 1e-10);
  }

  /** The exponential of the logarithm, also in place. */
  @Test
  void theExponentialUndoesTheLogarithm() {
    SeriesAlgebra algebra = new SeriesAlgebra(new SeriesSpace(3));
    double[] f = random(algebra.space(), 5);
    double[] g = new double[f.length];
    algebra.logarithm(f, g, RUN);
    double[][] exponentials = new double[SeriesAlgebra.HIGHEST + 1][RUN];
    for (double[] exponential : exponentials) {
      System.arraycopy(f, 0, exponential, 0, RUN);
    }
    algebra.compose(exponentials, g, g, RUN);
    assertClose(g, f, 1e-10);
  }

  /** |h|² |k|² = |hk|² for holomorphic h, k in one variable, hk being worked out by hand. */
  @Test
  void squaresOfHolomorphicFunctionsMultiplyLikeTheFunctions() {
    SeriesSpace space = new SeriesSpace(1);
    SeriesAlgebra algebra = new SeriesAlgebra(space);
    double[][] h = {{1, 2}, {-3, 0.5}, {0.25, -1}};
    double[][] k = {{0.5, -1}, {2, 1}, {-1, 3}};
    double[][] hk = new double[3][2];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; i + j < 3; j++) {
        hk[i + j][0] += h[i][0] * k[j][0] - h[i][1] * k[j][1];
        hk[i + j][1] += h[i][0] * k[j][1] + h[i][1] * k[j][0];
      }
    }
    double[] product = new double[space.size()];
    algebra.multiply(square(space, h), square(space, k), product, 1);
    assertClose(product, square(space, hk), 1e-13);
  }

  /** h_α h̄_β. */
  private static double[] square(SeriesSpace space, double[][] h) {
    double[] square = new double[space.size()];
    for (int a = 0; a < h.length; a++) {
      for (int b = a; b < h.length; b++) {
        square[space.real(a, b)] = h[a][0] * h[b][0] + h[a][1] * h[b][1];
        if (b > a) {
          square[space.imaginary(a, b)] = h[a][1] * h[b][0] - h[a][0] * h[b][1];
        }
      }
    }
    return square;
  }
}
