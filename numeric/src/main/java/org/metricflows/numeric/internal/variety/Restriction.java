package org.metricflows.numeric.internal.variety;

import java.util.Arrays;
import java.util.List;

/**
 * Equations restricted to linear subspaces z = b₀ + Σ_v s_v b_v, as polynomials in the parameters
 * s, those of each factor a block. Their coefficients are the discrete Fourier transform, parameter
 * by parameter, of values where all s are roots of unity. Scratch space for one thread.
 */
final class Restriction {
  private final VarietyMaps maps;
  private final int equations;
  private final int unknowns;

  /** The factor, and the vector of its basis, that each parameter belongs to. */
  private final int[] factor;

  private final int[] vector;
  private final int[] sizes;
  private final int[] first;
  private final double[][] points;
  private final double[][] values;
  private final int[] zero;
  private final double[][] out;
  private final double[][] transformed;
  private final int nodes;

  /**
   * @param dimensions of the subspaces, in each factor
   * @param capacity the most subspaces of one call
   */
  Restriction(Configuration shape, VarietyMaps maps, List<Integer> dimensions, int capacity) {
    this.maps = maps;
    equations = shape.codimension();
    unknowns = dimensions.stream().mapToInt(t -> t).sum();
    factor = new int[unknowns];
    vector = new int[unknowns];
    sizes = new int[unknowns];
    int v = 0;
    for (int f = 0; f < dimensions.size(); f++) {
      int column = f;
      int degree = shape.degrees().stream().mapToInt(row -> row.get(column)).max().orElse(0);
      for (int t = 1; t <= dimensions.get(f); t++, v++) {
        factor[v] = f;
        vector[v] = t;
        sizes[v] = degree + 1;
      }
    }
    first = new int[shape.factors() + 1];
    Arrays.setAll(first, f -> 2 * shape.first(f));
    nodes = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    points = new double[2 * shape.coordinates()][capacity];
    values = new double[2 * equations * nodes][capacity];
    out = new double[2 * equations][];
    zero = new int[Math.max(points.length, out.length)];
    int longest = Arrays.stream(sizes).max().orElse(1);
    transformed = new double[2 * longest][capacity];
  }

  /** Number of parameters s. */
  int unknowns() {
    return unknowns;
  }

  /** The factor that a parameter belongs to. */
  int factor(int v) {
    return factor[v];
  }

  /** The vector of the factor's basis that a parameter multiplies. */
  int vector(int v) {
    return vector[v];
  }

  /** Computes the coefficients for the first {@code count} subspaces of a basis. */
  void compute(double[][][] basis, int count) {
    for (int node = 0; node < nodes; node++) {
      place(node, basis, count);
      for (int e = 0; e < out.length; e++) {
        out[e] = values[2 * nodes * (e / 2) + 2 * node + e % 2];
      }
      maps.equations().apply(points, zero, out, zero, count);
    }
    int stride = nodes;
    for (int v = 0; v < unknowns; v++) {
      stride /= sizes[v];
      for (int line = 0; line < equations * nodes / sizes[v]; line++) {
        int start = line / stride * stride * sizes[v] + line % stride;
        transform(start, stride, sizes[v], count);
      }
    }
  }

  /** c_j = (1/n) Σ_k ω^{−jk} Q_k along one parameter, in place. */
  private void transform(int start, int stride, int n, int count) {
    for (int j = 0; j < n; j++) {
      Arrays.fill(transformed[2 * j], 0, count, 0);
      Arrays.fill(transformed[2 * j + 1], 0, count, 0);
      for (int k = 0; k < n; k++) {
        double angle = -2 * Math.PI * (j * k % n) / n;
        int from = 2 * (start + k * stride);
        add(
            Math.cos(angle) / n,
            Math.sin(angle) / n,
            values[from],
            values[from + 1],
            transformed[2 * j],
            transformed[2 * j + 1],
            count);
      }
    }
    for (int j = 0; j < 2 * n; j++) {
      int to = 2 * (start + j / 2 * stride) + j % 2;
      System.arraycopy(transformed[j], 0, values[to], 0, count);
    }
  }

  /** The coefficient of Π s_v^{e_v} in an equation, real part before imaginary part. */
  double[] coefficient(int equation, int[] exponents, int part) {
    int node = 0;
    for (int v = 0; v < unknowns; v++) {
      node = node * sizes[v] + exponents[v];
    }
    return values[2 * (equation * nodes + node) + part];
  }

  /** The points of a node, whose digits say which root of unity each parameter is. */
  private void place(int node, double[][][] basis, int count) {
    for (int c = 0; c < points.length; c++) {
      System.arraycopy(basis[0][c], 0, points[c], 0, count);
    }
    int rest = node;
    for (int v = unknowns - 1; v >= 0; v--) {
      double angle = 2 * Math.PI * (rest % sizes[v]) / sizes[v];
      rest /= sizes[v];
      for (int c = first[factor[v]]; c < first[factor[v] + 1]; c += 2) {
        double[] re = basis[vector[v]][c];
        double[] im = basis[vector[v]][c + 1];
        add(Math.cos(angle), Math.sin(angle), re, im, points[c], points[c + 1], count);
      }
    }
  }

  /** out += (c + i s)(x + i y). */
  private static void add(
      double c, double s, double[] x, double[] y, double[] re, double[] im, int count) {
    for (int l = 0; l < count; l++) {
      re[l] += c * x[l] - s * y[l];
      im[l] += c * y[l] + s * x[l];
    }
  }
}
