package org.metricflows.numeric.internal.kahler;

import java.util.List;

/** The Kähler potential K = (1/π) Σ log|z|², a term a factor, as series. */
public final class FubiniStudySeries {

  private static final int BLOCK = 64;

  private FubiniStudySeries() {}

  /** Its coefficients, {@code [coefficient][point]}. */
  public static double[][] of(CoordinateSeries coordinates) {
    int size = coordinates.space().size();
    double[][] columns = new double[size][coordinates.points()];
    NormSeries norms = new NormSeries(coordinates);
    double[] norm = new double[size * BLOCK];
    double[] logarithm = new double[size * BLOCK];
    List<Integer> ambient = coordinates.ambient();
    for (int from = 0; from < coordinates.points(); from += BLOCK) {
      int count = Math.min(BLOCK, coordinates.points() - from);
      int first = 0;
      for (int n : ambient) {
        norms.norm(first, first + n + 1, from, count, norm);
        norms.algebra().logarithm(norm, logarithm, count);
        for (int c = 0; c < size; c++) {
          for (int p = 0; p < count; p++) {
            columns[c][from + p] += logarithm[c * count + p] / Math.PI;
          }
        }
        first += n + 1;
      }
    }
    return columns;
  }
}
