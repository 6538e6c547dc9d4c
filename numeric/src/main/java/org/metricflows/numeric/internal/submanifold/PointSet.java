package org.metricflows.numeric.internal.submanifold;

/**
 * Points of a submanifold with weights: ∫ φ dV ≈ Σ_p w_p φ(x_p), dV the volume that R^N induces.
 *
 * @param points {@code [point][ambient coordinate]}
 * @param weights one a point
 */
public record PointSet(double[][] points, double[] weights) {

  /** Number of points. */
  public int size() {
    return weights.length;
  }

  /** Σ_p w_p. */
  public double volume() {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    return sum;
  }
}
