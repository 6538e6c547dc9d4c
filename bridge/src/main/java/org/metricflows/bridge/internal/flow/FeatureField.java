package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import org.metricflows.numeric.internal.features.CosineFeatures;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/** Read-outs of cosine features, output by output a state. */
record FeatureField(int outputs, CosineFeatures features) implements OutputField {
  private static final int PIECE = 512;

  @Override
  public double[][] jets(double[] state, double[][] points, int order) {
    double[][] columns = null;
    for (int from = 0; from < points.length; from += PIECE) {
      int count = Math.min(PIECE, points.length - from);
      KernelMatrix jets = features.jets(Arrays.copyOfRange(points, from, from + count), order);
      int size = jets.rows() / count;
      if (columns == null) {
        columns = new double[outputs * size][points.length];
      }
      for (int row = 0; row < jets.rows(); row++) {
        int at = from + row % count;
        for (int c = 0; c < outputs; c++) {
          columns[c * size + row / count][at] = read(jets, row, state, c);
        }
      }
    }
    return columns;
  }

  private double read(KernelMatrix jets, int row, double[] state, int output) {
    double sum = 0;
    for (int n = 0; n < features.width(); n++) {
      sum += jets.get(row, n) * state[output * features.width() + n];
    }
    return sum;
  }
}
