package org.metricflows.numeric.internal.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleGramTest {

  private static double[] random(int count) {
    return new SplittableRandom(count).doubles(count, -1, 1).toArray();
  }

  /** Sizes around tiles, panels, squares of panels and blocks of columns. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 255", "32, 256", "33, 257", "191, 40", "193, 700", "200, 513"})
  void isTheProductWithTheTransposeToSinglePrecision(int n, int width) {
    double[] a = random(n * width);
    double[] gram = random(n * n + 1);
    double before = gram[n * n];
    new SingleGram().ofRows(n, width, a, gram);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        double size = 0;
        for (int k = 0; k < width; k++) {
          sum += a[i * width + k] * a[j * width + k];
          size += Math.abs(a[i * width + k] * a[j * width + k]);
        }
        // two roundings of factors, and at most 256 of sums
        assertThat(gram[i * n + j]).isCloseTo(sum, within(30 * Math.ulp(1f) * size));
        assertThat(gram[i * n + j]).isEqualTo(gram[j * n + i]);
      }
    }
    assertThat(gram[n * n]).isEqualTo(before);
  }

  /** Memory of a larger matrix before does not show. */
  @Test
  void allFormsGiveTheSameBits() {
    int n = 70;
    int width = 300;
    double[] a = random(n * width);
    double[] expected = new double[n * n];
    new SingleGram(ScalarFloatTile.INSTANCE).ofRows(n, width, a, expected);
    SingleGram best = new SingleGram();
    best.ofRows(100, 400, random(40_000), new double[10_000]);
    double[] actual = new double[n * n];
    best.ofRows(n, width, a, actual);
    assertThat(actual).containsExactly(expected);
    if (VectorModule.isPresent() && LaneFloatTile.fits()) {
      new SingleGram(new LaneFloatTile()).ofRows(n, width, a, actual);
      assertThat(actual).containsExactly(expected);
    }
  }
}
