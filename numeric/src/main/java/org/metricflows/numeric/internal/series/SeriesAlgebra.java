package org.metricflows.numeric.internal.series;

import java.util.Arrays;

/**
 * Arithmetic of series, of many at a time: coefficient c of a run of R series lies at {@code c·R …
 * c·R + R − 1}. An instance holds scratch space and serves one thread.
 */
public final class SeriesAlgebra {

  /** Highest derivative that a function of a series depends on. */
  public static final int HIGHEST = 4;

  /** Series worked on at a time, so that what is read often stays in the second-level cache. */
  private static final int PIECE = 64;

  private final SeriesSpace space;
  private final ProductTerms product;
  private final ProductTerms square;
  private final ProductTerms cube;
  private final ProductTerms fourth;

  /** n², n³ and n⁴ of n = f − f₀. */
  private final double[][] powers;

  private final double[][] derivatives = new double[HIGHEST + 1][0];

  /** Series of a space. */
  public SeriesAlgebra(SeriesSpace space) {
    this.space = space;
    product = ProductTerms.of(space, 0, 0, false);
    square = ProductTerms.of(space, 1, 1, true);
    cube = ProductTerms.of(space, 2, 1, false);
    fourth = ProductTerms.of(space, 2, 2, true);
    powers = new double[3][space.size() * PIECE];
  }

  /** What coefficients mean. */
  public SeriesSpace space() {
    return space;
  }

  /** Sets out = f g; out is neither f nor g. */
  public void multiply(double[] f, double[] g, double[] out, int run) {
    Arrays.fill(out, 0, space.size() * run, 0);
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      product.accumulate(f, from, run, g, from, run, out, from, run, count);
    }
  }

  /**
   * Sets out = σ(f) = Σ_k σ⁽ᵏ⁾(f₀) nᵏ/k!; out may be f.
   *
   * @param sigma σ, σ′, …, σ⁗ at f₀, {@code [k][position in the run]}
   */
  public void compose(double[][] sigma, double[] f, double[] out, int run) {
    for (int from = 0; from < run; from += PIECE) {
      int count = Math.min(PIECE, run - from);
      for (double[] power : powers) {
        Arrays.fill(power, 0);
      }
      double[] second = powers[0];
      square.accumulate(f, from, run, f, from, run, second, 0, PIECE, count);
      cube.accumulate(second, 0, PIECE, f, from, run, powers[1], 0, PIECE, count);
      fourth.accumulate(second, 0, PIECE, second, 0, PIECE, powers[2], 0, PIECE, count);
      System.arraycopy(sigma[0], from, out, from, count);
      for (int c = 1; c < space.size(); c++) {
        combine(sigma, f, out, c * run + from, from, c * PIECE, count);
      }
    }
  }

  private void combine(
      double[][] sigma, double[] f, double[] out, int at, int from, int power, int count) {
    double[] s1 = sigma[1];
    double[] s2 = sigma[2];
    double[] s3 = sigma[3];
    double[] s4 = sigma[4];
    double[] n2 = powers[0];
    double[] n3 = powers[1];
    double[] n4 = powers[2];
    for (int i = 0; i < count; i++) {
      double higher = s3[from + i] / 6 * n3[power + i] + s4[from + i] / 24 * n4[power + i];
      double middle = s2[from + i] / 2 * n2[power + i];
      out[at + i] = s1[from + i] * f[at + i] + middle + higher;
    }
  }

  /** Sets out = 1/f. */
  public void reciprocal(double[] f, double[] out, int run) {
    reserve(run);
    for (int i = 0; i < run; i++) {
      double inverse = 1 / f[i];
      derivatives[0][i] = inverse;
      for (int k = 1; k <= HIGHEST; k++) {
        derivatives[k][i] = -k * inverse * derivatives[k - 1][i];
      }
    }
    compose(derivatives, f, out, run);
  }

  /** Sets out = f^{1/n} of a positive f. */
  public void root(int n, double[] f, double[] out, int run) {
    reserve(run);
    for (int i = 0; i < run; i++) {
      double inverse = 1 / f[i];
      derivatives[0][i] = Math.pow(f[i], 1.0 / n);
      for (int k = 1; k <= HIGHEST; k++) {
        derivatives[k][i] = (1.0 / n - k + 1) * inverse * derivatives[k - 1][i];
      }
    }
    compose(derivatives, f, out, run);
  }

  /** Sets out = log f. */
  public void logarithm(double[] f, double[] out, int run) {
    reserve(run);
    for (int i = 0; i < run; i++) {
      double inverse = 1 / f[i];
      derivatives[0][i] = Math.log(f[i]);
      derivatives[1][i] = inverse;
      for (int k = 2; k <= HIGHEST; k++) {
        derivatives[k][i] = -(k - 1) * inverse * derivatives[k - 1][i];
      }
    }
    compose(derivatives, f, out, run);
  }

  private void reserve(int run) {
    if (derivatives[0].length < run) {
      for (int k = 0; k <= HIGHEST; k++) {
        derivatives[k] = new double[run];
      }
    }
  }
}
