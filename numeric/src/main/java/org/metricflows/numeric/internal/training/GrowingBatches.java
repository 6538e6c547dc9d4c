package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.network.Batch;

/**
 * A batch for each step, of a size that rises evenly from one number to another, dealt from a row
 * of shuffles of all points: a point comes again only when all others have come. Batches depend on
 * the seed and the step's number alone.
 *
 * @param points number of points, at least 1
 * @param first points of the first batch, from 1 to {@code points}
 * @param last points of the last batch, from {@code first} to {@code points}
 * @param steps number of batches
 * @param seed of the orders
 */
public record GrowingBatches(int points, int first, int last, int steps, long seed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public GrowingBatches {
    if (first < 1 || first > points) {
      throw new IllegalArgumentException("first: " + first + " is not from 1 to " + points);
    }
    if (last < first || last > points) {
      throw new IllegalArgumentException(
          "last: " + last + " is not from " + first + " to " + points);
    }
  }

  /** Points of a step's batch. */
  public int size(long step) {
    return steps <= 1 ? first : (int) (first + (last - first) * step / (steps - 1));
  }

  /** A step's batch. */
  public Batch at(int step) {
    long from = start(step);
    int size = size(step);
    MiniBatches shuffles = new MiniBatches(points, points, seed);
    int[] chosen = new int[size];
    int done = 0;
    while (done < size) {
      int[] order = shuffles.order((from + done) / points);
      int at = (int) ((from + done) % points);
      int some = Math.min(size - done, points - at);
      System.arraycopy(order, at, chosen, done, some);
      done += some;
    }
    return Batch.of(chosen);
  }

  /** Points dealt before a step. */
  private long start(int step) {
    long sum = 0;
    for (int k = 0; k < step; k++) {
      sum += size(k);
    }
    return sum;
  }
}
