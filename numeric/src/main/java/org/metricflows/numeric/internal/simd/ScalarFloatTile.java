package org.metricflows.numeric.internal.simd;

import java.util.Arrays;

/** A tile in plain Java. */
final class ScalarFloatTile extends FloatTile {

  static final ScalarFloatTile INSTANCE = new ScalarFloatTile();

  private ScalarFloatTile() {}

  @Override
  void multiply(float[] data, int a, int b, int steps, float[] tile) {
    Arrays.fill(tile, 0, HEIGHT * WIDTH, 0);
    for (int p = 0; p < steps; p++) {
      for (int r = 0; r < HEIGHT; r++) {
        step(data[a + p * WIDTH + r], data, b + p * WIDTH, tile, r * WIDTH);
      }
    }
  }

  private static void step(float x, float[] data, int b, float[] tile, int at) {
    for (int j = 0; j < WIDTH; j++) {
      tile[at + j] = Math.fma(x, data[b + j], tile[at + j]);
    }
  }
}
