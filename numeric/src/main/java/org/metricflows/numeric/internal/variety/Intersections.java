package org.metricflows.numeric.internal.variety;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.numeric.internal.roots.SystemShape;
import org.metricflows.numeric.internal.roots.SystemSolver;
import org.metricflows.numeric.internal.roots.UnivariateSolver;

/**
 * All points in which random linear subspaces meet a variety: the zeros of the equations restricted
 * to them, one polynomial in one parameter for a hypersurface, else a square system. Scratch space
 * for one thread.
 */
final class Intersections {
  /** Subspaces that are tried in a special one's place; one in a million fails. */
  private static final int ATTEMPTS = 8;

  private static final long NEXT_ATTEMPT = 1L << 40;

  private final RandomSubspaces subspaces;
  private final Restriction restriction;
  private final int pointsPerLine;
  private final int[][] firstOf;
  private final double[][][] basis;
  private final double[][][] coefficients;
  private final int[][][] exponents;
  private final double[][] roots;
  private final double[] errors;
  private final Solver solver;

  /** Finds zeros, those of line l in entry l of every column. */
  @FunctionalInterface
  private interface Solver {
    void solve(double[][][] coefficients, double[][] roots, double[] errors, int from, int to);
  }

  /**
   * @param dimensions of the subspaces in each factor, which sum to the number of equations
   * @param capacity the most subspaces of one call
   */
  Intersections(
      Configuration shape, VarietyMaps maps, List<Integer> dimensions, long seed, int capacity) {
    subspaces = new RandomSubspaces(shape, dimensions, seed);
    restriction = new Restriction(shape, maps, dimensions, capacity);
    pointsPerLine = Math.toIntExact(shape.intersections(dimensions));
    firstOf = new int[shape.factors()][];
    Arrays.setAll(firstOf, f -> new int[] {2 * shape.first(f), 2 * shape.first(f + 1)});
    basis = new double[subspaces.vectors()][2 * shape.coordinates()][capacity];
    SystemShape system = system(shape, dimensions);
    exponents = new int[system.unknowns()][][];
    coefficients = new double[system.unknowns()][][];
    Arrays.setAll(exponents, system::exponents);
    Arrays.setAll(coefficients, k -> new double[2 * exponents[k].length][]);
    roots = new double[2 * system.unknowns() * pointsPerLine][capacity];
    errors = new double[capacity];
    solver = system.unknowns() == 1 ? univariate() : SystemSolver.of(system)::solve;
  }

  private Solver univariate() {
    UnivariateSolver solver = UnivariateSolver.ofDegree(pointsPerLine);
    return (c, found, errors, from, to) -> solver.solve(c[0], found, errors, from, to);
  }

  /** The shape of the restricted equations: a block for each factor with parameters. */
  private static SystemShape system(Configuration shape, List<Integer> dimensions) {
    int[] factors =
        IntStream.range(0, shape.factors()).filter(f -> dimensions.get(f) > 0).toArray();
    int[][] degrees = new int[shape.codimension()][];
    Arrays.setAll(
        degrees, k -> Arrays.stream(factors).map(f -> shape.degrees().get(k).get(f)).toArray());
    return SystemShape.of(Arrays.stream(factors).map(dimensions::get).toArray(), degrees);
  }

  /**
   * Finds all points of lines {@code firstLine ≤ l < firstLine + count}, those of a line together.
   *
   * @param z receives homogeneous coordinates, in any scale, {@code [2·i + part][point]}
   * @throws ArithmeticException if a line and what replaces it meet the variety in too few points
   */
  void find(long firstLine, int count, double[][] z) {
    for (int l = 0; l < count; l++) {
      subspaces.draw(firstLine + l, basis, l);
    }
    solve(0, count);
    for (int l = 0; l < count; l++) {
      for (int attempt = 1; errors[l] == Double.POSITIVE_INFINITY; attempt++) {
        if (attempt == ATTEMPTS) {
          throw new ArithmeticException(
              "linear subspaces meet the variety in fewer than " + pointsPerLine + " points");
        }
        subspaces.draw(firstLine + l + attempt * NEXT_ATTEMPT, basis, l);
        solve(l, l + 1);
      }
    }
    place(z, count);
  }

  private void solve(int from, int to) {
    restriction.compute(basis, to);
    for (int k = 0; k < coefficients.length; k++) {
      for (int term = 0; term < exponents[k].length; term++) {
        for (int part = 0; part < 2; part++) {
          coefficients[k][2 * term + part] = restriction.coefficient(k, exponents[k][term], part);
        }
      }
    }
    solver.solve(coefficients, roots, errors, from, to);
  }

  /** z = b₀ + Σ_v s_v b_v. */
  private void place(double[][] z, int count) {
    int unknowns = restriction.unknowns();
    for (int c = 0; c < z.length; c++) {
      for (int r = 0; r < pointsPerLine; r++) {
        for (int l = 0; l < count; l++) {
          z[c][l * pointsPerLine + r] = basis[0][c][l];
        }
      }
    }
    for (int v = 0; v < unknowns; v++) {
      int[] columns = firstOf[restriction.factor(v)];
      double[][] b = basis[restriction.vector(v)];
      for (int r = 0; r < pointsPerLine; r++) {
        double[] re = roots[2 * (r * unknowns + v)];
        double[] im = roots[2 * (r * unknowns + v) + 1];
        for (int c = columns[0]; c < columns[1]; c += 2) {
          for (int l = 0; l < count; l++) {
            int p = l * pointsPerLine + r;
            z[c][p] += re[l] * b[c][l] - im[l] * b[c + 1][l];
            z[c + 1][p] += re[l] * b[c + 1][l] + im[l] * b[c][l];
          }
        }
      }
    }
  }
}
