package org.metricflows.bridge.internal.compiler;

/** What generated classes implement: a block of elements of one program. */
interface Kernel {

  /**
   * Evaluates {@code count} elements, no more than the plan's block size, from element {@code
   * start} of every column on.
   *
   * @param scratch at least {@link Plan#scratchSize()} numbers, contents arbitrary
   */
  void run(
      double[][] in,
      int[] inOffset,
      double[][] out,
      int[] outOffset,
      double[] scratch,
      int start,
      int count);
}
