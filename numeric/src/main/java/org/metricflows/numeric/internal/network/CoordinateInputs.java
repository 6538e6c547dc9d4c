package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * Inputs that are the coordinates themselves: derivatives are by the inputs, their first ones are
 * unit vectors and their second ones zero, so neither is stored.
 */
public final class CoordinateInputs implements NetworkInputs {

  private final JetSpace basis;
  private final double[] coordinates;

  private CoordinateInputs(JetSpace basis, double[] coordinates) {
    this.basis = basis;
    this.coordinates = coordinates;
  }

  /**
   * Points with d coordinates.
   *
   * @param points {@code [point][coordinate]}, copied
   * @param order highest derivative by the coordinates: 0, 1 or 2
   * @throws IllegalArgumentException if a point has not d coordinates, or the order is out of range
   */
  public static CoordinateInputs of(double[][] points, int d, int order) {
    double[] flat = new double[points.length * d];
    for (int p = 0; p < points.length; p++) {
      if (points[p].length != d) {
        throw new IllegalArgumentException(
            "points[" + p + "]: " + points[p].length + " coordinates where the network takes " + d);
      }
      System.arraycopy(points[p], 0, flat, p * d, d);
    }
    return new CoordinateInputs(new JetSpace(d, order), flat);
  }

  @Override
  public int points() {
    return coordinates.length / inputs();
  }

  @Override
  public int inputs() {
    return basis.dimension();
  }

  @Override
  public JetSpace basis() {
    return basis;
  }

  /** Coordinates of chosen points as rows {@code [point][coordinate]}. */
  void fill(int[] points, int from, int count, double[] rows) {
    int d = inputs();
    for (int p = 0; p < count; p++) {
      System.arraycopy(coordinates, points[from + p] * d, rows, p * d, d);
    }
  }
}
