package org.metricflows.numeric.internal.training;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.numeric.internal.network.Batch;

/**
 * Points 0 … points − 1 dealt out in batches, in an order of its own for each epoch that depends on
 * the seed and the epoch's number alone: a training can begin anywhere and see the same batches.
 *
 * <p>An epoch has ⌊points/size⌋ batches, at least one; what does not make a whole batch is spread
 * over them, so that sizes differ by one at most.
 *
 * @param points number of points, at least 1
 * @param size points of a batch, at least 1
 * @param seed of the orders
 */
public record MiniBatches(int points, int size, long seed) {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public MiniBatches {
    if (points < 1) {
      throw new IllegalArgumentException("points: " + points + " is not at least 1");
    }
    if (size < 1) {
      throw new IllegalArgumentException("size: " + size + " is not at least 1");
    }
  }

  /** Number of batches in an epoch. */
  public int perEpoch() {
    return Math.max(1, points / size);
  }

  /** The batches of an epoch. */
  public List<Batch> epoch(long epoch) {
    int[] order = order(epoch);
    int count = perEpoch();
    List<Batch> batches = new ArrayList<>(count);
    for (int b = 0; b < count; b++) {
      int from = start(b);
      batches.add(new Batch(order, from, start(b + 1) - from));
    }
    return batches;
  }

  private int start(int batch) {
    return (int) ((long) points * batch / perEpoch());
  }

  /** All points once (R. A. Fisher and F. Yates's shuffle, by SplitMix64's numbers). */
  int[] order(long epoch) {
    int[] order = new int[points];
    long state = mix(mix(seed) + epoch);
    for (int p = 0; p < points; p++) {
      state += GOLDEN;
      int other = (int) (((mix(state) >>> 32) * (p + 1L)) >>> 32);
      order[p] = order[other];
      order[other] = p;
    }
    return order;
  }

  private static long mix(long number) {
    long z = number + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
