package org.metricflows.numeric.internal.simd;

/** A tile in plain Java: four steps of k at a time over a run of columns. */
final class ScalarTileKernel extends TileKernel {

  static final ScalarTileKernel INSTANCE = new ScalarTileKernel();

  private static final int ROWS = 4;
  private static final int COLUMNS = 32;

  private ScalarTileKernel() {
    super(ROWS, COLUMNS);
  }

  @Override
  void accumulate(
      double[] a,
      int ao,
      int rowStride,
      int stride,
      double[] b,
      int bo,
      int k,
      double[] c,
      int co,
      int ldc) {
    int p = 0;
    for (; p + 3 < k; p += 4) {
      for (int r = 0; r < ROWS; r++) {
        fourSteps(a, ao + r * rowStride + p * stride, stride, b, bo + p * COLUMNS, c, co + r * ldc);
      }
    }
    for (; p < k; p++) {
      for (int r = 0; r < ROWS; r++) {
        step(a[ao + r * rowStride + p * stride], b, bo + p * COLUMNS, c, co + r * ldc);
      }
    }
  }

  private static void fourSteps(
      double[] a, int ao, int stride, double[] b, int bo, double[] c, int co) {
    double a0 = a[ao];
    double a1 = a[ao + stride];
    double a2 = a[ao + 2 * stride];
    double a3 = a[ao + 3 * stride];
    for (int j = 0; j < COLUMNS; j++) {
      double sum = Math.fma(a0, b[bo + j], c[co + j]);
      sum = Math.fma(a1, b[bo + COLUMNS + j], sum);
      sum = Math.fma(a2, b[bo + 2 * COLUMNS + j], sum);
      c[co + j] = Math.fma(a3, b[bo + 3 * COLUMNS + j], sum);
    }
  }

  private static void step(double a, double[] b, int bo, double[] c, int co) {
    for (int j = 0; j < COLUMNS; j++) {
      c[co + j] = Math.fma(a, b[bo + j], c[co + j]);
    }
  }
}
