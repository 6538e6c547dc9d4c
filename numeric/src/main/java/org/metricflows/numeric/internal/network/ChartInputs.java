package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * What a network on a chart takes for inputs: each coordinate itself, or, of a coordinate with a
 * period L, its cosine and sine,
 *
 * <pre>
 *   x ↦ (cos kx, sin kx),   k = 2π/L
 * </pre>
 *
 * so that what the network puts out is periodic too, and has no seam.
 *
 * <pre>{@code
 * ChartInputs inputs = ChartInputs.periodic(2 * Math.PI, 0);     // cos x, sin x, y
 * JetModel model = JetNetwork.of(shape, activation, inputs.at(points, 2), parallel);
 * }</pre>
 */
public final class ChartInputs {

  private final double[] frequencies;

  private ChartInputs(double[] frequencies) {
    this.frequencies = frequencies;
  }

  /** The coordinates themselves, d ≥ 1 of them. */
  public static ChartInputs coordinates(int d) {
    return new ChartInputs(new double[d]);
  }

  /**
   * Cosines and sines of coordinates with a period, the others as they are.
   *
   * @param periods L of each coordinate; 0 for one without
   */
  public static ChartInputs periodic(double... periods) {
    return new ChartInputs(Arrays.stream(periods).map(l -> l == 0 ? 0 : 2 * Math.PI / l).toArray());
  }

  /** Number of coordinates, d. */
  public int dimension() {
    return frequencies.length;
  }

  /** Number of inputs of the network: one a coordinate, two of one with a period. */
  public int count() {
    return frequencies.length + (int) Arrays.stream(frequencies).filter(k -> k != 0).count();
  }

  private boolean areCoordinates() {
    return count() == dimension();
  }

  /**
   * The inputs at points with their derivatives by the coordinates.
   *
   * @param points {@code [point][coordinate]}
   * @param order highest derivative: 0, 1 or 2
   * @throws IllegalArgumentException if a point has not d coordinates, or the order is out of range
   */
  public NetworkInputs at(double[][] points, int order) {
    if (areCoordinates()) {
      return CoordinateInputs.of(points, dimension(), order);
    }
    JetSpace basis = new JetSpace(dimension(), order);
    double[][] jets = new double[points.length][];
    for (int p = 0; p < points.length; p++) {
      jets[p] = jets(points[p], basis);
    }
    return StoredJets.of(basis, count(), jets);
  }

  /** The inputs at points, {@code [point][input]}. */
  public double[][] values(double[][] points) {
    if (areCoordinates()) {
      return points;
    }
    JetSpace basis = new JetSpace(dimension(), 0);
    return Arrays.stream(points).map(point -> jets(point, basis)).toArray(double[][]::new);
  }

  /** Derivatives of the inputs at a point: {@code [coefficient · inputs + input]}. */
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
