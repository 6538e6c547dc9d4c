package org.metricflows.numeric.internal.hermitian;

/**
 * Eigenvalues of a Hermitian form g relative to a positive one g₀: the λ with det(g − λ g₀) = 0.
 * They do not depend on coordinates: they are those of L⁻¹ g L⁻† with g₀ = L L†. All are positive
 * just where g is.
 */
public final class RelativeEigenvalues {

  private final HermitianIndex index;

  /**
   * @param dimension m
   */
  public RelativeEigenvalues(int dimension) {
    this.index = new HermitianIndex(dimension);
  }

  /**
   * The smallest at one point; NaN where a number is not finite or g₀ not positive. It is within a
   * few ε times the largest in absolute value of the exact one, see {@link Eigenvalues}.
   *
   * @param g columns {@code [number of the packed Hermitian matrix][point]}
   * @param g0 likewise, positive definite
   */
  public double smallest(double[][] g, double[][] g0, int point) {
    for (double[] column : g) {
      if (!Double.isFinite(column[point])) {
        return Double.NaN;
      }
    }
    if (index.dimension() == 1) {
      return g[0][point] / g0[0][point];
    }
    ComplexMatrix toFrame = ComplexMatrix.at(index, g0, point).cholesky().lowerInverse();
    double[] relative = toFrame.congruence(ComplexMatrix.at(index, g, point)).packed(index);
    double[] values = HermitianForm.unpack(index.dimension(), relative).eigenvalues();
    return values[values.length - 1];
  }
}
