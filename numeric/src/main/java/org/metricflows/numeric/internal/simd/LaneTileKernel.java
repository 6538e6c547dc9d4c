package org.metricflows.numeric.internal.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of 6 rows and 2 vectors of columns, held in registers: with two vectors of B and one entry
 * of A in all lanes that is fifteen, and a machine with 256-bit vectors has sixteen.
 */
final class LaneTileKernel extends TileKernel {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  LaneTileKernel() {
    super(6, 2 * L);
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
    int a0 = ao;
    int a1 = ao + rowStride;
    int a2 = ao + 2 * rowStride;
    int a3 = ao + 3 * rowStride;
    int a4 = ao + 4 * rowStride;
    int a5 = ao + 5 * rowStride;
    int c0 = co;
    int c1 = co + ldc;
    int c2 = co + 2 * ldc;
    int c3 = co + 3 * ldc;
    int c4 = co + 4 * ldc;
    int c5 = co + 5 * ldc;
    DoubleVector s00 = DoubleVector.fromArray(S, c, c0);
    DoubleVector s01 = DoubleVector.fromArray(S, c, c0 + L);
    DoubleVector s10 = DoubleVector.fromArray(S, c, c1);
    DoubleVector s11 = DoubleVector.fromArray(S, c, c1 + L);
    DoubleVector s20 = DoubleVector.fromArray(S, c, c2);
    DoubleVector s21 = DoubleVector.fromArray(S, c, c2 + L);
    DoubleVector s30 = DoubleVector.fromArray(S, c, c3);
    DoubleVector s31 = DoubleVector.fromArray(S, c, c3 + L);
    DoubleVector s40 = DoubleVector.fromArray(S, c, c4);
    DoubleVector s41 = DoubleVector.fromArray(S, c, c4 + L);
    DoubleVector s50 = DoubleVector.fromArray(S, c, c5);
    DoubleVector s51 = DoubleVector.fromArray(S, c, c5 + L);
    for (int p = 0; p < k; p++) {
      int q = p * stride;
      DoubleVector left = DoubleVector.fromArray(S, b, bo + p * 2 * L);
      DoubleVector right = DoubleVector.fromArray(S, b, bo + p * 2 * L + L);
      DoubleVector x0 = DoubleVector.broadcast(S, a[a0 + q]);
      s00 = x0.fma(left, s00);
      s01 = x0.fma(right, s01);
      DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + q]);
      s10 = x1.fma(left, s10);
      s11 = x1.fma(right, s11);
      DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + q]);
      s20 = x2.fma(left, s20);
      s21 = x2.fma(right, s21);
      DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + q]);
      s30 = x3.fma(left, s30);
      s31 = x3.fma(right, s31);
      DoubleVector x4 = DoubleVector.broadcast(S, a[a4 + q]);
      s40 = x4.fma(left, s40);
      s41 = x4.fma(right, s41);
      DoubleVector x5 = DoubleVector.broadcast(S, a[a5 + q]);
      s50 = x5.fma(left, s50);
      s51 = x5.fma(right, s51);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + L);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + L);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + L);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + L);
  }
}
