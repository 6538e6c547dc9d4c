package org.metricflows.numeric.network;

/** {@link TestLoss} over a selection of points. */
record TestBatchLoss() implements BatchLoss {

  @Override
  public double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    double sum = 0;
    for (int p = 0; p < count; p++) {
      double s = 0;
      for (int c = 0; c < jets.length; c++) {
        s += TestLoss.factor(c, points[from + p]) * jets[c][p];
      }
      sum += Math.sin(s) + s * s;
      for (int c = 0; c < jets.length; c++) {
        adjoints[c][p] = (Math.cos(s) + 2 * s) * TestLoss.factor(c, points[from + p]);
      }
    }
    return sum;
  }
}
