package org.metricflows.app.internal.surface;

/**
 * A curve in a half plane, which sweeps out a surface when it is turned about the edge.
 *
 * @param radius of each point, its distance from the axis
 * @param height of each point along the axis
 * @param shade what colours the surface there: its Gauss curvature
 */
@SuppressWarnings("ArrayRecordComponent") // read where surfaces are drawn
public record Profile(double[] radius, double[] height, double[] shade) {

  /** The same with at most so many points, evenly chosen, the ends among them. */
  public Profile thinned(int most) {
    int n = radius.length;
    if (n <= most) {
      return this;
    }
    double[][] thin = new double[3][most];
    for (int k = 0; k < most; k++) {
      int i = (int) Math.round(k * (n - 1.0) / (most - 1));
      thin[0][k] = radius[i];
      thin[1][k] = height[i];
      thin[2][k] = shade[i];
    }
    return new Profile(thin[0], thin[1], thin[2]);
  }
}
