package org.metricflows.numeric.internal.roots;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * All isolated roots of a batch of square polynomial systems of one shape.
 *
 * @param shape what the systems have in common: K unknowns, n roots
 * @param roots Re and Im of unknown v of root r at {@code [2(r K + v) + part][system]}, in no
 *     particular order
 * @param errors each system's largest backward error of a root, infinite if not all n were found;
 *     see {@link SystemSolver#solve}
 */
public record SystemRoots(SystemShape shape, double[][] roots, double[] errors) {

  private static final int CHUNK = 16;

  /**
   * Solves all systems.
   *
   * @param coefficients Re and Im of the coefficient of a term, in the order of {@link
   *     SystemShape#exponents}, at {@code [equation][2·term + part][system]}
   */
  public static SystemRoots of(SystemShape shape, double[][][] coefficients, Parallel parallel) {
    check(shape, coefficients);
    int count = coefficients[0][0].length;
    double[][] roots = new double[2 * shape.unknowns() * shape.rootCount()][count];
    double[] errors = new double[count];
    SystemSolver[] solvers = new SystemSolver[parallel.threads()];
    parallel.run(
        (count + CHUNK - 1) / CHUNK,
        (chunk, worker) -> {
          if (solvers[worker] == null) {
            solvers[worker] = SystemSolver.of(shape);
          }
          int from = chunk * CHUNK;
          solvers[worker].solve(coefficients, roots, errors, from, Math.min(count, from + CHUNK));
        });
    return new SystemRoots(shape, roots, errors);
  }

  private static void check(SystemShape shape, double[][][] coefficients) {
    if (coefficients.length != shape.unknowns()) {
      throw new IllegalArgumentException(
          "coefficients: " + coefficients.length + " equations instead of " + shape.unknowns());
    }
    for (int j = 0; j < coefficients.length; j++) {
      if (coefficients[j].length != 2 * shape.terms(j)) {
        throw new IllegalArgumentException(
            "coefficients["
                + j
                + "]: "
                + coefficients[j].length
                + " columns are not the real and imaginary parts of "
                + shape.terms(j)
                + " terms");
      }
    }
  }

  /** Number of systems. */
  public int count() {
    return errors.length;
  }

  /** The largest backward error: infinite if not all roots of a system were found. */
  public double worstError() {
    double worst = 0;
    for (double error : errors) {
      worst = Math.max(worst, error);
    }
    return worst;
  }
}
