package org.metricflows.numeric.internal.variety;

import java.util.Arrays;

/**
 * What belongs to points of a variety: patch, eliminated coordinates, pull-back, Ω, Fubini–Study
 * metric. An instance is scratch space: one thread at a time.
 */
final class PointGeometry {
  private final Configuration shape;
  private final VarietyMaps maps;
  private final int coordinates;
  private final int equations;
  private final int dimension;

  private final double[][] slopes;
  private final double[][] tangentIn;
  private final double[][] tangentOut;
  private final int[][] kept;
  private final boolean[] taken;

  private final int[] zero;
  private final double[][] metricIn;
  private final int[] metricInOffset;
  private final double[][] metricOut;
  private final int[] metricOutOffset;

  /**
   * @param capacity the most points of one call
   */
  PointGeometry(Configuration shape, VarietyMaps maps, int capacity) {
    this.shape = shape;
    this.maps = maps;
    this.coordinates = shape.coordinates();
    this.equations = shape.codimension();
    this.dimension = shape.dimension();
    slopes = new double[maps.gradients().outputs()][capacity];
    tangentIn = new double[maps.tangent().inputs()][capacity];
    tangentOut = new double[maps.tangent().outputs()][capacity];
    kept = new int[dimension][capacity];
    taken = new boolean[coordinates];
    metricIn = new double[maps.metric().inputs()][];
    metricInOffset = new int[metricIn.length];
    metricOut = new double[maps.metric().outputs()][];
    metricOutOffset = new int[metricOut.length];
    zero = new int[Math.max(slopes.length, tangentIn.length)];
  }

  /** Rescales the points {@code from ≤ p < from + count} and fills in what belongs to them. */
  void complete(SampleColumns sample, int from, int count) {
    rescale(sample, from, count);
    int[] offset = new int[2 * coordinates];
    Arrays.fill(offset, from);
    maps.gradients().apply(sample.z(), offset, slopes, zero, count);
    for (int p = 0; p < count; p++) {
      eliminate(sample, from, p);
      gather(sample, from, p);
    }
    maps.tangent().apply(tangentIn, zero, tangentOut, zero, count);
    for (int p = 0; p < count; p++) {
      scatter(sample, from, p);
    }
    metric(sample, from, count);
  }

  /** Makes each factor's largest coordinate 1. */
  private void rescale(SampleColumns sample, int from, int count) {
    for (int f = 0; f < shape.factors(); f++) {
      int first = shape.first(f);
      int end = shape.first(f + 1);
      for (int p = from; p < from + count; p++) {
        int largest = largest(sample.z(), first, end, p);
        sample.patch()[f][p] = largest;
        divide(sample.z(), first, end, largest, p);
      }
    }
  }

  private static int largest(double[][] z, int first, int end, int p) {
    int largest = first;
    double most = -1;
    for (int i = first; i < end; i++) {
      double norm = norm(z, i, p);
      if (norm > most) {
        most = norm;
        largest = i;
      }
    }
    return largest;
  }

  /** |z_i|², of complex columns. */
  private static double norm(double[][] z, int i, int p) {
    double re = z[2 * i][p];
    double im = z[2 * i + 1][p];
    return re * re + im * im;
  }

  private static void divide(double[][] z, int first, int end, int by, int p) {
    double norm = norm(z, by, p);
    double re = z[2 * by][p] / norm;
    double im = -z[2 * by + 1][p] / norm;
    for (int i = first; i < end; i++) {
      double x = z[2 * i][p];
      double y = z[2 * i + 1][p];
      z[2 * i][p] = x * re - y * im;
      z[2 * i + 1][p] = x * im + y * re;
    }
    z[2 * by][p] = 1;
    z[2 * by + 1][p] = 0;
  }

  /** Per equation the remaining coordinate with the largest derivative; then who is kept. */
  private void eliminate(SampleColumns sample, int from, int p) {
    Arrays.fill(taken, false);
    for (int[] patch : sample.patch()) {
      taken[patch[from + p]] = true;
    }
    for (int k = 0; k < equations; k++) {
      int steepest = -1;
      double most = -1;
      for (int i = 0; i < coordinates; i++) {
        double norm = taken[i] ? -1 : norm(slopes, slope(k, i), p);
        if (norm > most) {
          most = norm;
          steepest = i;
        }
      }
      taken[steepest] = true;
      sample.eliminated()[k][from + p] = steepest;
    }
    int a = 0;
    for (int i = 0; i < coordinates; i++) {
      if (!taken[i]) {
        kept[a++][p] = i;
      }
    }
  }

  /** Position of ∂Q_k/∂z_i among the complex outputs of the gradients. */
  private int slope(int k, int i) {
    return equations + k * coordinates + i;
  }

  private void gather(SampleColumns sample, int from, int p) {
    for (int k = 0; k < equations; k++) {
      for (int b = 0; b < equations; b++) {
        copySlope(slope(k, sample.eliminated()[b][from + p]), k * equations + b, p);
      }
      for (int a = 0; a < dimension; a++) {
        copySlope(slope(k, kept[a][p]), equations * equations + k * dimension + a, p);
      }
    }
  }

  private void copySlope(int slope, int target, int p) {
    tangentIn[2 * target][p] = slopes[2 * slope][p];
    tangentIn[2 * target + 1][p] = slopes[2 * slope + 1][p];
  }

  private void scatter(SampleColumns sample, int from, int p) {
    double[][] pullback = sample.pullback();
    for (int a = 0; a < dimension; a++) {
      pullback[2 * (a * coordinates + kept[a][p])][from + p] = 1;
      for (int k = 0; k < equations; k++) {
        int target = 2 * (a * coordinates + sample.eliminated()[k][from + p]);
        int source = 2 * (k * dimension + a);
        pullback[target][from + p] = tangentOut[source][p];
        pullback[target + 1][from + p] = tangentOut[source + 1][p];
      }
    }
    sample.omegaSquared()[from + p] = tangentOut[tangentOut.length - 1][p];
  }

  private void metric(SampleColumns sample, int from, int count) {
    int z = sample.z().length;
    System.arraycopy(sample.z(), 0, metricIn, 0, z);
    System.arraycopy(sample.pullback(), 0, metricIn, z, sample.pullback().length);
    metricIn[metricIn.length - 1] = sample.omegaSquared();
    int g = sample.fubiniStudy().length;
    System.arraycopy(sample.fubiniStudy(), 0, metricOut, 0, g);
    metricOut[g] = sample.det();
    metricOut[g + 1] = sample.weight();
    Arrays.fill(metricInOffset, from);
    Arrays.fill(metricOutOffset, from);
    maps.metric().apply(metricIn, metricInOffset, metricOut, metricOutOffset, count);
  }
}
