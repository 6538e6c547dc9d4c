package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.BatchLoss;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A loss over all sample points, with its derivatives by the outputs' jets as the sources of a
 * flow, {@code [component][jet · N + point]}.
 */
final class LossSources {
  private static final int POINTS_PER_TASK = 64;

  private final int components;
  private final int points;
  private final int jetsPerOutput;
  private final BatchLoss loss;
  private final Supermetric supermetric;
  private final Parallel parallel;
  private final int[] numbers;
  private final double[][] sources;
  private final double[][] drives;
  private final double[] shares;
  private final double[][][] jets;
  private final double[][][] adjoints;
  private final double[][][] mapped;

  /**
   * @param components number of outputs, C
   * @param points number of sample points, N
   * @param jetsPerOutput coefficients of the jets that the loss reads
   */
  LossSources(
      int components,
      int points,
      int jetsPerOutput,
      BatchLoss loss,
      Supermetric supermetric,
      Parallel parallel) {
    this.components = components;
    this.points = points;
    this.jetsPerOutput = jetsPerOutput;
    this.loss = loss;
    this.supermetric = supermetric;
    this.parallel = parallel;
    numbers = Batch.first(points).points();
    int blocks = blocks();
    sources = new double[components][jetsPerOutput * points];
    drives = new double[components][jetsPerOutput * points];
    shares = new double[blocks];
    jets = new double[blocks][components * jetsPerOutput][];
    adjoints = new double[blocks][components * jetsPerOutput][];
    mapped = new double[blocks][components * jetsPerOutput][];
    for (int block = 0; block < blocks; block++) {
      int count = count(block);
      for (int column = 0; column < components * jetsPerOutput; column++) {
        jets[block][column] = new double[count];
        adjoints[block][column] = new double[count];
        mapped[block][column] = new double[count];
      }
    }
  }

  private int blocks() {
    return (points + POINTS_PER_TASK - 1) / POINTS_PER_TASK;
  }

  private int count(int block) {
    return Math.min(POINTS_PER_TASK, points - block * POINTS_PER_TASK);
  }

  /** ∂L/∂(∂^β f_c(x_b)) where the loss was last evaluated. */
  double[] source(int component) {
    return sources[component];
  }

  /**
   * The same after the supermetric: what the kernel is to carry to the other points, {@code
   * [component][jet · N + point]}.
   */
  double[][] drives() {
    return drives;
  }

  /**
   * The loss.
   *
   * @param y the jets: ∂^β f_c(x_b) at {@code c·stride + β·N + b}
   */
  double evaluate(double[] y, int stride) {
    parallel.run(blocks(), (block, worker) -> evaluate(block, y, stride));
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }

  private void evaluate(int block, double[] y, int stride) {
    int first = block * POINTS_PER_TASK;
    int count = count(block);
    for (int c = 0; c < components; c++) {
      for (int beta = 0; beta < jetsPerOutput; beta++) {
        int from = c * stride + beta * points + first;
        System.arraycopy(y, from, jets[block][c * jetsPerOutput + beta], 0, count);
      }
    }
    shares[block] = loss.evaluate(numbers, first, count, jets[block], adjoints[block]);
    supermetric.drive(first, count, jets[block], adjoints[block], mapped[block]);
    for (int c = 0; c < components; c++) {
      for (int beta = 0; beta < jetsPerOutput; beta++) {
        int column = c * jetsPerOutput + beta;
        int to = beta * points + first;
        System.arraycopy(adjoints[block][column], 0, sources[c], to, count);
        System.arraycopy(mapped[block][column], 0, drives[c], to, count);
      }
    }
  }
}
