package org.metricflows.numeric.internal.simd;

/**
 * Chooses the form of a tile: that with vectors, where there are any, is exercised until the
 * compiler has optimised it, once, when the first large product is asked for.
 */
final class FloatTiles {

  private static final int STEPS = 64;
  private static final int CALLS = 256;
  private static final long LONGEST = 2_000_000_000L;

  /** Multiply-adds a nanosecond that only optimised vector code reaches. */
  private static final double WARM_RATE = 3;

  private FloatTiles() {}

  private static final class Best {
    static final FloatTile TILE = choose();
  }

  static FloatTile best() {
    return Best.TILE;
  }

  private static FloatTile choose() {
    if (!VectorModule.isPresent()) {
      return ScalarFloatTile.INSTANCE;
    }
    return lanes();
  }

  private static FloatTile lanes() {
    if (!LaneFloatTile.fits()) {
      return ScalarFloatTile.INSTANCE;
    }
    FloatTile tile = new LaneFloatTile();
    float[] data = new float[STEPS * FloatTile.WIDTH];
    float[] out = new float[FloatTile.HEIGHT * FloatTile.WIDTH];
    double work = (double) CALLS * STEPS * out.length;
    long start = System.nanoTime();
    long now = start;
    double rate = 0;
    while (rate < WARM_RATE && now - start < LONGEST) {
      for (int i = 0; i < CALLS; i++) {
        tile.multiply(data, 0, 0, STEPS, out);
      }
      long end = System.nanoTime();
      rate = work / (end - now);
      now = end;
    }
    return tile;
  }
}
