package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;

/** Coordinates, or cosines and sines of those with a period. */
final class PeriodicInputs implements ChartInputs {

  private final double[] frequencies;

  /**
   * @param frequencies 2π/L of each coordinate with a period L, 0 of one without
   */
  PeriodicInputs(double[] frequencies) {
    this.frequencies = frequencies;
  }

  @Override
  public int dimension() {
    return frequencies.length;
  }

  @Override
  public int count() {
    return frequencies.length + (int) Arrays.stream(frequencies).filter(k -> k != 0).count();
  }

  @Override
  public boolean areCoordinates() {
    return count() == dimension();
  }

  @Override
  public NetworkInputs at(double[][] points, int order) {
    return areCoordinates()
        ? CoordinateInputs.of(points, dimension(), order)
        : ChartInputs.stored(this, points, order);
  }

  @Override
  public double[][] values(double[][] points) {
    if (areCoordinates()) {
      return points;
    }
    JetSpace basis = new JetSpace(dimension(), 0);
    return Arrays.stream(points).map(point -> jets(point, basis)).toArray(double[][]::new);
  }

  @Override
  public double[] jets(double[] point, JetSpace basis) {
    if (point.length != dimension()) {
      throw new IllegalArgumentException(
          "points: " + point.length + " coordinates where the network takes " + dimension());
    }
    double[] jet = new double[basis.size() * count()];
    int input = 0;
    for (int i = 0; i < point.length; i++) {
      double k = frequencies[i];
      if (k == 0) {
        put(jet, basis, i, input++, point[i], 1, 0);
      } else {
        double cos = Math.cos(k * point[i]);
        double sin = Math.sin(k * point[i]);
        put(jet, basis, i, input++, cos, -k * sin, -k * k * cos);
        put(jet, basis, i, input++, sin, k * cos, -k * k * sin);
      }
    }
    return jet;
  }

  private void put(
      double[] jet, JetSpace basis, int i, int input, double value, double first, double second) {
    jet[input] = value;
    if (basis.order() >= 1) {
      jet[basis.index(i) * count() + input] = first;
    }
    if (basis.order() >= 2) {
      jet[basis.index(i, i) * count() + input] = second;
    }
  }
}
