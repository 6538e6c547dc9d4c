package org.metricflows.numeric.variety;

/**
 * Where random linear subspaces ("lines") meet a variety. An instance is scratch space: one thread
 * at a time.
 */
interface Intersections {

  /** How many points there are for each line. */
  int pointsPerLine();

  /**
   * Finds all points of lines {@code firstLine ≤ l < firstLine + lines}, those of a line together.
   *
   * @param z receives homogeneous coordinates, in any scale, {@code [2·i + part][point]}
   */
  void find(long firstLine, int lines, double[][] z);
}
