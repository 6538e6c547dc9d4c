package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * The ambient coordinates X of a submanifold as functions of a chart's: points come with their
 * chart, X and its derivatives, of which the inputs' jets are the beginning.
 *
 * @param count N, of the ambient space
 * @param dimension n, of the submanifold
 */
record EmbeddedInputs(int count, int dimension) implements ChartInputs {

  @Override
  public NetworkInputs at(double[][] points, int order) {
    return ChartInputs.stored(this, points, order);
  }

  @Override
  public double[][] values(double[][] points) {
    return Arrays.stream(points).map(x -> Arrays.copyOf(x, count)).toArray(double[][]::new);
  }

  @Override
  public double[] jets(double[] point, JetSpace basis) {
    int size = basis.size() * count;
    if (point.length < size) {
      throw new IllegalArgumentException(
          "points: " + point.length + " numbers where X and its derivatives are " + size);
    }
    return Arrays.copyOf(point, size);
  }
}
