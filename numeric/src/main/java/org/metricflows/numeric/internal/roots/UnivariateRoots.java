package org.metricflows.numeric.internal.roots;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * All roots of a batch of complex polynomials of one degree n.
 *
 * @param roots Re and Im of root r at {@code [2r + part][polynomial]}, 0 ≤ r &lt; n, in no
 *     particular order
 * @param errors each polynomial's largest backward error of a root, see {@link
 *     UnivariateSolver#solve}
 */
public record UnivariateRoots(double[][] roots, double[] errors) {

  /** Polynomials of a task: enough to fill the slots many times. */
  private static final int CHUNK = 1024;

  /**
   * Solves Σ_k c_k z^k = 0 for each polynomial.
   *
   * @param coefficients Re and Im of c_k at {@code [2k + part][polynomial]}, 0 ≤ k ≤ n
   */
  public static UnivariateRoots of(double[][] coefficients, Parallel parallel) {
    int degree = coefficients.length / 2 - 1;
    if (degree < 1 || coefficients.length % 2 != 0) {
      throw new IllegalArgumentException(
          "coefficients: "
              + coefficients.length
              + " columns are not the real and imaginary parts of at least 2 coefficients");
    }
    int count = coefficients[0].length;
    double[][] roots = new double[2 * degree][count];
    double[] errors = new double[count];
    UnivariateSolver[] solvers = new UnivariateSolver[parallel.threads()];
    parallel.run(
        (count + CHUNK - 1) / CHUNK,
        (chunk, worker) -> {
          if (solvers[worker] == null) {
            solvers[worker] = UnivariateSolver.ofDegree(degree);
          }
          int from = chunk * CHUNK;
          solvers[worker].solve(coefficients, roots, errors, from, Math.min(count, from + CHUNK));
        });
    return new UnivariateRoots(roots, errors);
  }

  /** Degree of the polynomials, the number of roots of each. */
  public int degree() {
    return roots.length / 2;
  }

  /** Number of polynomials. */
  public int count() {
    return errors.length;
  }

  /** The largest backward error: infinite if a polynomial has no n finite roots. */
  public double worstError() {
    double worst = 0;
    for (double error : errors) {
      worst = Math.max(worst, error);
    }
    return worst;
  }
}
