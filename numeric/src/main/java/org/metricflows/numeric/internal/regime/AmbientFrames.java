package org.metricflows.numeric.internal.regime;

/**
 * The tangents of a variety seen in a unitary frame of its ambient space, factor by factor:
 *
 * <pre>
 *   e_a = (J_a − z (z̄·J_a)/|z|²)/|z|,      J_a = ∂z/∂u^a
 * </pre>
 *
 * <p>Another scale of z multiplies e_a by a phase at most, which no product e^i_a ē^j_b sees: forms
 * that are built with them know nothing of patches.
 */
public final class AmbientFrames {

  private AmbientFrames() {}

  /**
   * e^i_a at {@code [2·(a·N + i) + part][point]}, laid out like the pull-back.
   *
   * @param dimension m
   * @param starts the first coordinate of each factor, then N
   * @param z homogeneous coordinates, {@code [2·i + part][point]}
   * @param pullback J^i_a, {@code [2·(a·N + i) + part][point]}
   */
  public static double[][] of(int dimension, int[] starts, double[][] z, double[][] pullback) {
    int n = z.length / 2;
    int points = z[0].length;
    double[][] frames = new double[pullback.length][points];
    for (int f = 0; f + 1 < starts.length; f++) {
      for (int a = 0; a < dimension; a++) {
        for (int p = 0; p < points; p++) {
          project(starts[f], starts[f + 1], a * n, z, pullback, p, frames);
        }
      }
    }
    return frames;
  }

  private static void project(
      int first, int end, int row, double[][] z, double[][] pullback, int p, double[][] frames) {
    double norm = 0;
    double re = 0;
    double im = 0;
    for (int i = first; i < end; i++) {
      double x = z[2 * i][p];
      double y = z[2 * i + 1][p];
      double u = pullback[2 * (row + i)][p];
      double v = pullback[2 * (row + i) + 1][p];
      norm += x * x + y * y;
      re += x * u + y * v;
      im += x * v - y * u;
    }
    double length = Math.sqrt(norm);
    for (int i = first; i < end; i++) {
      double x = z[2 * i][p];
      double y = z[2 * i + 1][p];
      int at = 2 * (row + i);
      frames[at][p] = (pullback[at][p] - (x * re - y * im) / norm) / length;
      frames[at + 1][p] = (pullback[at + 1][p] - (x * im + y * re) / norm) / length;
    }
  }
}
