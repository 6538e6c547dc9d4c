package org.metricflows.numeric.internal.spectral;

import java.util.ArrayList;
import java.util.List;

/**
 * The discrete Fourier transform X_m = Σ_j x_j e^{−2πijm/n} along one axis, for many lanes at once.
 *
 * <p>Stockham's form of the mixed-radix fast transform: each stage reads one array and writes
 * another in order, so that nothing needs to be permuted. Element j of lane q is at j·lanes + q;
 * all inner loops run over neighbouring lanes. Sizes of small prime factors are fast, others
 * correct.
 */
final class AxisTransform {
  private final int size;
  private final int[] radices;
  private final double[] cos;
  private final double[] sin;

  private AxisTransform(int size) {
    this.size = size;
    this.radices = factors(size);
    this.cos = new double[size];
    this.sin = new double[size];
    for (int j = 0; j < size; j++) {
      cos[j] = Roots.cos(j, size);
      sin[j] = -Roots.sin(j, size);
    }
  }

  static AxisTransform of(int size) {
    return new AxisTransform(size);
  }

  /** Fours first, then the primes. */
  private static int[] factors(int size) {
    List<Integer> factors = new ArrayList<>();
    int rest = size;
    while (rest % 4 == 0) {
      factors.add(4);
      rest /= 4;
    }
    for (int p = 2; rest > 1; p++) {
      while (rest % p == 0) {
        factors.add(p);
        rest /= p;
      }
    }
    return factors.stream().mapToInt(f -> f).toArray();
  }

  /** Whether the result of {@link #run} is in the second pair of arrays. */
  boolean endsInSecond() {
    return radices.length % 2 == 1;
  }

  /**
   * Transforms size × lanes numbers from an offset on; both pairs of arrays are overwritten.
   *
   * @param offset the first element, in both pairs
   */
  void run(double[] re, double[] im, double[] re2, double[] im2, int offset, int lanes) {
    double[] xr = re;
    double[] xi = im;
    double[] yr = re2;
    double[] yi = im2;
    int n = size;
    int stride = lanes;
    for (int radix : radices) {
      stage(radix, n, stride, new Ends(xr, xi, yr, yi, offset));
      n /= radix;
      stride *= radix;
      double[] r = xr;
      double[] i = xi;
      xr = yr;
      xi = yi;
      yr = r;
      yi = i;
    }
  }

  /** From where to where a stage goes. */
  record Ends(double[] xr, double[] xi, double[] yr, double[] yi, int offset) {}

  /**
   * y[(r·p + j)·s + q] = e^{−2πijp/n} Σ_k e^{−2πijk/r} x[(p + k·n/r)·s + q]: what is left are
   * transforms of size n/r.
   */
  private void stage(int radix, int n, int s, Ends ends) {
    int m = n / radix;
    int step = size / n;
    for (int p = 0; p < m; p++) {
      int from = ends.offset + p * s;
      int to = ends.offset + radix * p * s;
      int twiddle = p * step;
      switch (radix) {
        case 2 -> Butterflies.two(ends, from, m * s, to, s, cos[twiddle], sin[twiddle]);
        case 3 -> Butterflies.three(ends, from, m * s, to, s, cos, sin, twiddle);
        case 4 -> Butterflies.four(ends, from, m * s, to, s, cos, sin, twiddle);
        default -> any(radix, ends, from, m * s, to, s, twiddle);
      }
    }
  }

  private void any(int radix, Ends e, int from, int gap, int to, int s, int twiddle) {
    int turn = size / radix;
    for (int j = 0; j < radix; j++) {
      int target = to + j * s;
      Butterflies.clear(e, target, s);
      for (int k = 0; k < radix; k++) {
        int root = (int) (((long) j * k % radix * turn + (long) j * twiddle) % size);
        Butterflies.add(e, from + k * gap, target, s, cos[root], sin[root]);
      }
    }
  }
}
