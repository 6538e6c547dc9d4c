package org.metricflows.numeric.internal.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.numeric.internal.series.SeriesAlgebra;

/**
 * The features {@link FeatureSeries.Kind#SYMMETRIC} of one factor by real series: with c_ij = Re
 * (zᵢ z̄ⱼ/|z|²)ᴺ
 *
 * <pre>
 *   Re V_a V̄_b/|z|²ᴺ = Σ_i tᵢ^{N+a+b} + Σ_{i&lt;j} c_ij (tᵢᵃ tⱼᵇ + tᵢᵇ tⱼᵃ)
 * </pre>
 */
final class SymmetricSeries {

  private static final int[][] PAIRS = {{1, 1}, {1, 2}, {2, 2}};
  private static final int HIGHEST = 4;

  private final NormSeries functions;
  private final SeriesAlgebra algebra;
  private final double[] scale;
  private final int from;
  private final int count;
  private final int length;

  /**
   * @param scale 1/|z|²
   */
  SymmetricSeries(NormSeries functions, double[] scale, int from, int count) {
    this.functions = functions;
    this.algebra = functions.algebra();
    this.scale = scale;
    this.from = from;
    this.count = count;
    this.length = algebra.space().size() * count;
  }

  List<double[]> features(int first, int end) {
    int size = end - first;
    double[][][] t = new double[size][][];
    for (int i = 0; i < size; i++) {
      t[i] = powers(ratio(first + i, first + i, false), size + HIGHEST);
    }
    List<double[]> features = new ArrayList<>();
    for (int k = 2; k <= size; k++) {
      double[] root = new double[length];
      algebra.root(k, sum(t, k), root, count);
      features.add(times(2, root));
    }
    double[] inverse = new double[length];
    algebra.reciprocal(sum(t, size), inverse, count);
    double[][][] c = tops(first, size);
    for (int[] ab : PAIRS) {
      double[] product = product(t, c, ab[0], ab[1]);
      double factor = Math.pow(size, ab[0] + ab[1] - 1.0);
      features.add(times(factor, product(product, inverse)));
    }
    return features;
  }

  /** Re or Im zᵢ z̄ⱼ/|z|². */
  private double[] ratio(int i, int j, boolean imaginary) {
    double[] pair = new double[length];
    functions.pair(i, j, imaginary, from, count, pair);
    return product(pair, scale);
  }

  /** f, f², …, f^highest; the first entry is not there. */
  private double[][] powers(double[] f, int highest) {
    double[][] powers = new double[highest + 1][];
    powers[1] = f;
    for (int k = 2; k <= highest; k++) {
      powers[k] = product(powers[k - 1], f);
    }
    return powers;
  }

  /** c_ij for i &lt; j. */
  private double[][][] tops(int first, int size) {
    double[][][] tops = new double[size][size][];
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        double[] x = ratio(first + i, first + j, false);
        double[] y = ratio(first + i, first + j, true);
        double[] re = x;
        double[] im = y;
        for (int k = 2; k <= size; k++) {
          double[] next = plus(product(re, x), -1, product(im, y));
          im = plus(product(re, y), 1, product(im, x));
          re = next;
        }
        tops[i][j] = re;
      }
    }
    return tops;
  }

  private double[] product(double[][][] t, double[][][] c, int a, int b) {
    int size = t.length;
    double[] sum = sum(t, size + a + b);
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        double[] weights = plus(product(t[i][a], t[j][b]), 1, product(t[i][b], t[j][a]));
        sum = plus(sum, 1, product(c[i][j], weights));
      }
    }
    return sum;
  }

  /** Σ tᵢᵏ. */
  private double[] sum(double[][][] t, int k) {
    double[] sum = t[0][k];
    for (int i = 1; i < t.length; i++) {
      sum = plus(sum, 1, t[i][k]);
    }
    return sum;
  }

  private double[] product(double[] f, double[] g) {
    double[] product = new double[length];
    algebra.multiply(f, g, product, count);
    return product;
  }

  private double[] plus(double[] f, double factor, double[] g) {
    double[] sum = new double[length];
    for (int i = 0; i < length; i++) {
      sum[i] = f[i] + factor * g[i];
    }
    return sum;
  }

  private static double[] times(double factor, double[] f) {
    double[] product = new double[f.length];
    for (int i = 0; i < f.length; i++) {
      product[i] = factor * f[i];
    }
    return product;
  }
}
