package org.metricflows.numeric.internal.stiff;

import org.ejml.data.DMatrixRMaj;

/**
 * ∂F/∂y by differences: column j is (F(y + δe_j) − F(y))/δ with δ = √ε·max(|y_j|, floor).
 *
 * <p>Newton's method needs it to a few digits only, and uses it for as long as it converges.
 */
final class Jacobian {

  private static final double ROOT = Math.sqrt(Math.ulp(1.0));

  private final double floor;
  private final DMatrixRMaj matrix;
  private final double[] moved;

  /**
   * @param floor the size below which a component of y counts as small
   */
  Jacobian(int dimension, double floor) {
    this.floor = floor;
    this.matrix = new DMatrixRMaj(dimension, dimension);
    this.moved = new double[dimension];
  }

  /**
   * Works it out at (t, y).
   *
   * @throws OutOfDomainException if F is not defined there
   */
  void update(Equation equation, double t, double[] y) {
    double[] at = equation.derivative(t, y);
    System.arraycopy(y, 0, moved, 0, y.length);
    int n = y.length;
    for (int j = 0; j < n; j++) {
      moved[j] = y[j] + ROOT * Math.max(Math.abs(y[j]), floor);
      double difference = moved[j] - y[j]; // as rounded
      double[] beside = equation.derivative(t, moved);
      for (int i = 0; i < n; i++) {
        matrix.data[i * n + j] = (beside[i] - at[i]) / difference;
      }
      moved[j] = y[j];
    }
  }

  /** Writes 1 − cJ. */
  void implicit(double c, DMatrixRMaj result) {
    int n = matrix.numRows;
    for (int k = 0; k < n * n; k++) {
      result.data[k] = -c * matrix.data[k];
    }
    for (int i = 0; i < n; i++) {
      result.data[i * n + i] += 1;
    }
  }
}
