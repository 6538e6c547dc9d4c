package org.metricflows.numeric.internal.kernel.hermitian;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Goes through the pairs of a metric kernel tile by tile, on all cores.
 *
 * <p>A task is a run of right points against all left points in their order, so that what is summed
 * over left points into places of the right ones does not depend on the number of threads.
 */
public final class KernelTiles {

  private final MetricKernel.Bound bound;
  private final int components;
  private final int left;
  private final int right;

  /** Takes in the values of a tile: a left point and right points from … from + count − 1. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int left, int from, int count, double[] values);
  }

  private KernelTiles(MetricKernel.Bound bound, int components, int left, int right) {
    this.bound = bound;
    this.components = components;
    this.left = left;
    this.right = right;
  }

  /** The pairs of left and right points. */
  public static KernelTiles of(MetricKernel kernel, KernelPoints left, KernelPoints right) {
    return new KernelTiles(
        kernel.bind(left, right), kernel.components(), left.points(), right.points());
  }

  /** All pairs. */
  public void forEach(Visitor visitor) {
    visit(visitor, false);
  }

  /** The pairs of tiles that hold one with left ≤ right: what a symmetric matrix needs. */
  public void forEachUpper(Visitor visitor) {
    visit(visitor, true);
  }

  private void visit(Visitor visitor, boolean upper) {
    Parallel parallel = Parallel.common();
    int lanes = MetricKernel.LANES;
    int blocks = (right + lanes - 1) / lanes;
    MetricKernel.Tile[] tiles = new MetricKernel.Tile[parallel.threads()];
    double[][] values = new double[parallel.threads()][components * components * lanes];
    parallel.run(
        blocks,
        (task, worker) -> {
          if (tiles[worker] == null) {
            tiles[worker] = bound.tile();
          }
          int block = blocks - 1 - task; // the longest first where only upper tiles count
          int from = block * lanes;
          int count = Math.min(lanes, right - from);
          tiles[worker].load(from, count);
          for (int a = 0; a < (upper ? from + count : left); a++) {
            tiles[worker].evaluate(a, values[worker]);
            visitor.visit(a, from, count, values[worker]);
          }
        });
  }
}
