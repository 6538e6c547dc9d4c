package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The ansätze written a second time, as explicit compositions over field elements.
 *
 * @param ansatz which
 * @param dimension d
 */
record FieldAnsatz(Ansatz ansatz, int dimension) {

  /** Position of the component ij of a symmetric matrix, or of the entry ji of a triangular one. */
  int component(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    int before = 0;
    for (int row = 0; row < low; row++) {
      before += dimension - row;
    }
    return before + high - low;
  }

  /**
   * The independent components of g.
   *
   * @param background those of g₀
   * @param f the network's outputs
   */
  <T extends CalculusFieldElement<T>> List<T> metric(List<T> background, List<T> f) {
    List<T> metric = new ArrayList<>();
    List<T> triangle = ansatz == Ansatz.CHOLESKY ? sum(factor(background), f) : List.of();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        int c = component(i, j);
        T g0 = background.get(c);
        metric.add(
            switch (ansatz) {
              case ADDITIVE -> g0.add(f.get(c));
              case CONFORMAL -> f.get(0).multiply(2.0).exp().multiply(g0);
              case DIAGONAL_EXPONENTIAL ->
                  i == j ? f.get(i).multiply(2.0).exp().multiply(g0) : g0.newInstance(0.0);
              case CHOLESKY -> rows(triangle, i, j);
            });
      }
    }
    return metric;
  }

  /**
   * How far outputs may move for the metric to change by a tenth of its smallest eigenvalue or so.
   *
   * @param smallest that eigenvalue's absolute value
   */
  double room(double smallest) {
    return switch (ansatz) {
      case ADDITIVE -> 0.1 * smallest;
      case CONFORMAL, DIAGONAL_EXPONENTIAL -> 0.1;
      case CHOLESKY -> 0.1 * Math.sqrt(smallest);
    };
  }

  /** What the ansatz refers to: g₀, or C with C Cᵀ = g₀. */
  <T extends CalculusFieldElement<T>> List<T> reference(List<T> background) {
    return ansatz == Ansatz.CHOLESKY ? factor(background) : background;
  }

  private <T extends CalculusFieldElement<T>> List<T> sum(List<T> a, List<T> b) {
    List<T> sum = new ArrayList<>();
    for (int c = 0; c < a.size(); c++) {
      sum.add(a.get(c).add(b.get(c)));
    }
    return sum;
  }

  /** Σ_k L_ik L_jk. */
  private <T extends CalculusFieldElement<T>> T rows(List<T> triangle, int i, int j) {
    T sum = triangle.get(0).newInstance(0.0);
    for (int k = 0; k <= Math.min(i, j); k++) {
      sum = sum.add(triangle.get(component(k, i)).multiply(triangle.get(component(k, j))));
    }
    return sum;
  }

  /** Cholesky and Banachiewicz, row by row. */
  private <T extends CalculusFieldElement<T>> List<T> factor(List<T> metric) {
    List<T> triangle = new ArrayList<>(metric);
    triangle.replaceAll(g -> g.newInstance(0.0));
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column <= row; column++) {
        T rest = metric.get(component(column, row)).subtract(rows(triangle, row, column));
        T entry =
            row == column ? rest.sqrt() : rest.divide(triangle.get(component(column, column)));
        triangle.set(component(column, row), entry);
      }
    }
    return triangle;
  }
}
