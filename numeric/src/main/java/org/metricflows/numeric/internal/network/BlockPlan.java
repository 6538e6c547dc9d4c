package org.metricflows.numeric.internal.network;

/**
 * How points are cut: into chunks, each summed by itself, and chunks into blocks that fit in the
 * second-level cache. Depends on sizes alone, never on threads, so that sums are always the same.
 */
record BlockPlan(int points, int chunks, int blockSize) {

  private static final int CHUNKS = 8;
  private static final int SMALLEST_CHUNK = 4;
  private static final int SMALLEST_BLOCK = 8;
  private static final int LARGEST_BLOCK = 64;
  private static final long CACHE_DOUBLES = 96 * 1024;

  static BlockPlan of(int points, long doublesPerPoint) {
    int chunks = Math.max(1, Math.min(CHUNKS, points / SMALLEST_CHUNK));
    int longest = (points + chunks - 1) / chunks;
    int largest = largestBlock(doublesPerPoint);
    int blocks = Math.max(1, (longest + largest - 1) / largest);
    return new BlockPlan(points, chunks, Math.max(1, (longest + blocks - 1) / blocks));
  }

  /** Points of the largest block that a plan cuts. */
  static int largestBlock(long doublesPerPoint) {
    long fitting = CACHE_DOUBLES / Math.max(1, doublesPerPoint);
    return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, fitting));
  }

  /** First point of a chunk; that of chunk number {@link #chunks} is the number of points. */
  int chunkStart(int chunk) {
    return (int) ((long) points * chunk / chunks);
  }
}
