package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * What a network on a chart takes for inputs, as functions of the chart's coordinates: each
 * coordinate itself; of a coordinate with a period L its cosine and sine,
 *
 * <pre>
 *   x ↦ (cos kx, sin kx),   k = 2π/L
 * </pre>
 *
 * so that what the network puts out is periodic too, and has no seam; or, of a submanifold of R^N,
 * the ambient coordinates.
 *
 * <pre>{@code
 * ChartInputs inputs = ChartInputs.periodic(2 * Math.PI, 0);     // cos x, sin x, y
 * JetModel model = JetNetwork.of(shape, activation, inputs.at(points, 2), parallel);
 * }</pre>
 */
public sealed interface ChartInputs permits PeriodicInputs, EmbeddedInputs {

  /** The coordinates themselves, d ≥ 1 of them. */
  static ChartInputs coordinates(int d) {
    return new PeriodicInputs(new double[d]);
  }

  /**
   * Cosines and sines of coordinates with a period, the others as they are.
   *
   * @param periods L of each coordinate; 0 for one without
   */
  static ChartInputs periodic(double... periods) {
    return new PeriodicInputs(
        Arrays.stream(periods).map(l -> l == 0 ? 0 : 2 * Math.PI / l).toArray());
  }

  /**
   * The coordinates of R^N on a submanifold, whose points are given by X, then ∂_i X, ∂_i∂_j X and
   * further derivatives along their charts.
   *
   * @param ambient N
   * @param dimension n
   */
  static ChartInputs embedded(int ambient, int dimension) {
    return new EmbeddedInputs(ambient, dimension);
  }

  /** Number of coordinates, d. */
  int dimension();

  /** Number of inputs of the network. */
  int count();

  /** Whether they are the coordinates themselves. */
  default boolean areCoordinates() {
    return false;
  }

  /**
   * The inputs at points with their derivatives by the coordinates.
   *
   * @param points {@code [point][number]}
   * @param order highest derivative: 0, 1 or 2
   * @throws IllegalArgumentException if a point has not as many numbers as needed, or the order is
   *     out of range
   */
  NetworkInputs at(double[][] points, int order);

  /** The inputs at points, {@code [point][input]}. */
  double[][] values(double[][] points);

  /** Derivatives of the inputs at a point: {@code [coefficient · inputs + input]}. */
  double[] jets(double[] point, JetSpace basis);

  /** Inputs whose jets are kept. */
  static NetworkInputs stored(ChartInputs inputs, double[][] points, int order) {
    JetSpace basis = new JetSpace(inputs.dimension(), order);
    double[][] jets = new double[points.length][];
    for (int p = 0; p < points.length; p++) {
      jets[p] = inputs.jets(points[p], basis);
    }
    return StoredJets.of(basis, inputs.count(), jets);
  }
}
