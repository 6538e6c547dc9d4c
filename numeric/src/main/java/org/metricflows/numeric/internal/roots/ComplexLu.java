package org.metricflows.numeric.internal.roots;

/**
 * Small complex linear systems, by elimination with partial pivoting in place.
 *
 * <pre>{@code
 * lu.set(0, 0, 3, 1);                   // for all entries
 * if (lu.factor()) lu.solve(b);         // b = Re b₀, Im b₀, Re b₁, …
 * }</pre>
 */
public final class ComplexLu {

  private final int n;

  /** Entry (i, j) at 2(i n + j), its imaginary part behind it; filled in by the caller. */
  final double[] a;

  private final int[] pivots;

  /** Room for systems of n equations. */
  public ComplexLu(int n) {
    this.n = n;
    a = new double[2 * n * n];
    pivots = new int[n];
  }

  /** Sets an entry of the matrix that is factored next; all have to be set anew each time. */
  public void set(int i, int j, double re, double im) {
    a[2 * (i * n + j)] = re;
    a[2 * (i * n + j) + 1] = im;
  }

  /** Factors the matrix; false if it is singular or has an undefined entry. */
  public boolean factor() {
    for (int k = 0; k < n; k++) {
      int pivot = largest(k);
      pivots[k] = pivot;
      swapRows(k, pivot);
      int at = 2 * (k * n + k);
      double norm = a[at] * a[at] + a[at + 1] * a[at + 1];
      if (!(norm > 0)) {
        return false;
      }
      a[at] = a[at] / norm;
      a[at + 1] = -a[at + 1] / norm;
      for (int i = k + 1; i < n; i++) {
        eliminate(i, k);
      }
    }
    return true;
  }

  private int largest(int column) {
    int best = column;
    double most = -1;
    for (int i = column; i < n; i++) {
      int at = 2 * (i * n + column);
      double size = Math.abs(a[at]) + Math.abs(a[at + 1]);
      if (size > most) {
        most = size;
        best = i;
      }
    }
    return best;
  }

  private void swapRows(int i, int j) {
    if (i != j) {
      for (int c = 0; c < 2 * n; c++) {
        double kept = a[2 * i * n + c];
        a[2 * i * n + c] = a[2 * j * n + c];
        a[2 * j * n + c] = kept;
      }
    }
  }

  /** Row i minus its multiple of row k, whose inverse pivot is in place. */
  private void eliminate(int i, int k) {
    int at = 2 * (i * n + k);
    int pivot = 2 * (k * n + k);
    double re = a[at] * a[pivot] - a[at + 1] * a[pivot + 1];
    double im = a[at] * a[pivot + 1] + a[at + 1] * a[pivot];
    a[at] = re;
    a[at + 1] = im;
    for (int j = k + 1; j < n; j++) {
      subtractProduct(re, im, a, 2 * (k * n + j), a, 2 * (i * n + j));
    }
  }

  /** Replaces b by the solution. */
  public void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      swap(b, k, pivots[k]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        subtractProduct(b[2 * j], b[2 * j + 1], a, 2 * (i * n + j), b, 2 * i);
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        subtractProduct(b[2 * j], b[2 * j + 1], a, 2 * (i * n + j), b, 2 * i);
      }
      int pivot = 2 * (i * n + i);
      double re = b[2 * i] * a[pivot] - b[2 * i + 1] * a[pivot + 1];
      b[2 * i + 1] = b[2 * i] * a[pivot + 1] + b[2 * i + 1] * a[pivot];
      b[2 * i] = re;
    }
  }

  private static void swap(double[] b, int i, int j) {
    for (int part = 0; part < 2; part++) {
      double kept = b[2 * i + part];
      b[2 * i + part] = b[2 * j + part];
      b[2 * j + part] = kept;
    }
  }

  /** y ← y − (re + i im) x. */
  private static void subtractProduct(
      double re, double im, double[] x, int xAt, double[] y, int yAt) {
    y[yAt] -= re * x[xAt] - im * x[xAt + 1];
    y[yAt + 1] -= re * x[xAt + 1] + im * x[xAt];
  }
}
