package org.metricflows.numeric.internal.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A tile by vectors: four rows and two vectors of columns at a time are held in registers. */
final class LaneFloatTile extends FloatTile {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  /** Whether pairs of vectors fill a panel. */
  static boolean fits() {
    return WIDTH % (2 * L) == 0;
  }

  @Override
  void multiply(float[] data, int a, int b, int steps, float[] tile) {
    for (int j = 0; j < WIDTH; j += 2 * L) {
      pair(data, a, b + j, steps, tile, j);
    }
  }

  private static void pair(float[] data, int a, int b, int steps, float[] tile, int at) {
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s01 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    for (int p = 0; p < steps; p++) {
      int q = p * WIDTH;
      FloatVector left = FloatVector.fromArray(S, data, b + q);
      FloatVector right = FloatVector.fromArray(S, data, b + q + L);
      FloatVector x0 = FloatVector.broadcast(S, data[a + q]);
      s00 = x0.fma(left, s00);
      s01 = x0.fma(right, s01);
      FloatVector x1 = FloatVector.broadcast(S, data[a + q + 1]);
      s10 = x1.fma(left, s10);
      s11 = x1.fma(right, s11);
      FloatVector x2 = FloatVector.broadcast(S, data[a + q + 2]);
      s20 = x2.fma(left, s20);
      s21 = x2.fma(right, s21);
      FloatVector x3 = FloatVector.broadcast(S, data[a + q + 3]);
      s30 = x3.fma(left, s30);
      s31 = x3.fma(right, s31);
    }
    s00.intoArray(tile, at);
    s01.intoArray(tile, at + L);
    s10.intoArray(tile, at + WIDTH);
    s11.intoArray(tile, at + WIDTH + L);
    s20.intoArray(tile, at + 2 * WIDTH);
    s21.intoArray(tile, at + 2 * WIDTH + L);
    s30.intoArray(tile, at + 3 * WIDTH);
    s31.intoArray(tile, at + 3 * WIDTH + L);
  }
}
