package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.network.JetLoss;

/** A loss of f − f₀ as a loss of f: what a network is centred by is subtracted first. */
final class ShiftedLoss implements JetLoss {
  private final JetLoss loss;
  private final double[][] shift;
  private final ThreadLocal<double[][]> shifted;

  /**
   * @param shift jets of f₀, {@code [output·J + jet][point]}
   */
  ShiftedLoss(JetLoss loss, double[][] shift) {
    this.loss = loss;
    this.shift = shift;
    this.shifted = ThreadLocal.withInitial(() -> new double[shift.length][0]);
  }

  @Override
  public int order() {
    return loss.order();
  }

  @Override
  public double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    double[][] own = shifted.get();
    for (int c = 0; c < shift.length; c++) {
      if (own[c].length < count) {
        own[c] = new double[count];
      }
      for (int p = 0; p < count; p++) {
        own[c][p] = jets[c][p] - shift[c][points[from + p]];
      }
    }
    return loss.evaluate(points, from, count, own, adjoints);
  }
}
