package org.metricflows.numeric.internal.kahler;

import java.util.Arrays;
import org.metricflows.numeric.internal.series.SeriesAlgebra;
import org.metricflows.numeric.internal.series.SeriesSpace;

/**
 * Series of real functions of the coordinates at a block of points: those of Re z_i z̄_j and what
 * is made of |z|². Coefficient c of point p is at {@code c · count + p}.
 */
final class NormSeries {

  private final CoordinateSeries coordinates;
  private final SeriesSpace space;
  private final SeriesAlgebra algebra;

  NormSeries(CoordinateSeries coordinates) {
    this.coordinates = coordinates;
    this.space = coordinates.space();
    this.algebra = new SeriesAlgebra(space);
  }

  SeriesAlgebra algebra() {
    return algebra;
  }

  /** Sets out = |z_first|² + … + |z_{end−1}|². */
  void norm(int first, int end, int from, int count, double[] out) {
    Arrays.fill(out, 0, space.size() * count, 0);
    for (int i = first; i < end; i++) {
      addPair(i, i, false, from, count, out);
    }
  }

  /** Sets out = Re z_i z̄_j, or Im z_i z̄_j = Re(−i z_i z̄_j). */
  void pair(int i, int j, boolean imaginary, int from, int count, double[] out) {
    Arrays.fill(out, 0, space.size() * count, 0);
    addPair(i, j, imaginary, from, count, out);
  }

  /** Adds ½(c z_iα z̄_jβ + c̄ z_jα z̄_iβ), with c = 1 or −i. */
  private void addPair(int i, int j, boolean imaginary, int from, int count, double[] out) {
    int n = space.monomials();
    for (int alpha = 0; alpha < n; alpha++) {
      for (int beta = alpha; beta < n; beta++) {
        int at = space.real(alpha, beta) * count;
        double sign = imaginary ? -0.5 : 0.5;
        addProduct(i, alpha, j, beta, 0.5, imaginary, from, count, out, at, alpha < beta);
        addProduct(j, alpha, i, beta, sign, imaginary, from, count, out, at, alpha < beta);
      }
    }
  }

  /** Adds ± ½ z_iα z̄_jβ, times −i if turned. */
  private void addProduct(
      int i,
      int alpha,
      int j,
      int beta,
      double factor,
      boolean turned,
      int from,
      int count,
      double[] out,
      int at,
      boolean complex) {
    double[] x = coordinates.real(i, alpha);
    double[] y = coordinates.imaginary(i, alpha);
    double[] v = coordinates.real(j, beta);
    double[] w = coordinates.imaginary(j, beta);
    for (int p = 0; p < count; p++) {
      int k = from + p;
      double re = factor * (x[k] * v[k] + y[k] * w[k]);
      double im = factor * (y[k] * v[k] - x[k] * w[k]);
      out[at + p] += turned ? im : re;
      if (complex) {
        out[at + count + p] += turned ? -re : im;
      }
    }
  }

  /** Sets out = Re z_i or Im z_i. */
  void coordinate(int i, boolean imaginary, int from, int count, double[] out) {
    Arrays.fill(out, 0, space.size() * count, 0);
    for (int beta = 0; beta < space.monomials(); beta++) {
      double[] x = coordinates.real(i, beta);
      double[] y = coordinates.imaginary(i, beta);
      int at = space.real(0, beta) * count;
      for (int p = 0; p < count; p++) {
        double re = imaginary ? y[from + p] : x[from + p];
        double im = imaginary ? x[from + p] : -y[from + p];
        out[at + p] = beta == 0 ? re : re / 2;
        if (beta > 0) {
          out[at + count + p] = im / 2;
        }
      }
    }
  }
}
