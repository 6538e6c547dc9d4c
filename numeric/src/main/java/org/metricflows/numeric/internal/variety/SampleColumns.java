package org.metricflows.numeric.internal.variety;

import java.util.Arrays;

/**
 * Room for the points of a sample and what belongs to them, filled block by block.
 *
 * @param patch {@code [factor][point]}: the coordinate that is 1
 * @param eliminated {@code [equation][point]}: the coordinate that the equation determines
 * @param z {@code [2·i + part][point]}
 * @param pullback {@code [2·(a·N + i) + part][point]}
 * @param fubiniStudy {@code [Hermitian packing][point]}
 * @param det det g
 * @param omegaSquared |Ω|²
 * @param weight |Ω|²/D, or the weights that belong to the points
 * @param line where each point came from
 */
record SampleColumns(
    int[][] patch,
    int[][] eliminated,
    double[][] z,
    double[][] pullback,
    double[][] fubiniStudy,
    double[] det,
    double[] omegaSquared,
    double[] weight,
    int[] line) {

  static SampleColumns of(Configuration c, int points) {
    int m = c.dimension();
    return new SampleColumns(
        new int[c.factors()][points],
        new int[c.codimension()][points],
        new double[2 * c.coordinates()][points],
        new double[2 * m * c.coordinates()][points],
        new double[m * m][points],
        new double[points],
        new double[points],
        new double[points],
        new int[points]);
  }

  SampleColumns range(int from, int to) {
    return new SampleColumns(
        cut(patch, from, to),
        cut(eliminated, from, to),
        cut(z, from, to),
        cut(pullback, from, to),
        cut(fubiniStudy, from, to),
        Arrays.copyOfRange(det, from, to),
        Arrays.copyOfRange(omegaSquared, from, to),
        Arrays.copyOfRange(weight, from, to),
        Arrays.copyOfRange(line, from, to));
  }

  private static int[][] cut(int[][] columns, int from, int to) {
    return Arrays.stream(columns).map(c -> Arrays.copyOfRange(c, from, to)).toArray(int[][]::new);
  }

  private static double[][] cut(double[][] columns, int from, int to) {
    return Arrays.stream(columns)
        .map(c -> Arrays.copyOfRange(c, from, to))
        .toArray(double[][]::new);
  }
}
