package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.AmbientForm;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

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
    return ansatz instanceof ChartAnsatz onChart
        ? onChart(onChart, background, f)
        : ambient(((AmbientForm) ansatz).chart().ambient().size(), background, f);
  }

  /** The tangents X^a_i that the ansatz refers to besides g₀, a by a. */
  Stream<Symbol> tangents() {
    if (!(ansatz instanceof AmbientForm form)) {
      return Stream.empty();
    }
    return IntStream.range(0, form.chart().ambient().size())
        .boxed()
        .flatMap(a -> IntStream.range(0, dimension).mapToObj(i -> form.chart().tangent(a, i)));
  }

  /** g₀_ij + Σ_ab X^a_i X^b_j f_ab over all a and b. */
  private <T extends CalculusFieldElement<T>> List<T> ambient(
      int ambient, List<T> background, List<T> f) {
    FieldAnsatz form = new FieldAnsatz(ChartAnsatz.ADDITIVE, ambient);
    List<T> metric = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        T sum = background.get(component(i, j));
        for (int a = 0; a < ambient; a++) {
          for (int b = 0; b < ambient; b++) {
            T left = tangent(background, a, i);
            T right = tangent(background, b, j);
            sum = sum.add(f.get(form.component(a, b)).multiply(left).multiply(right));
          }
        }
        metric.add(sum);
      }
    }
    return metric;
  }

  private <T> T tangent(List<T> background, int a, int i) {
    return background.get(dimension * (dimension + 1) / 2 + a * dimension + i);
  }

  private <T extends CalculusFieldElement<T>> List<T> onChart(
      ChartAnsatz onChart, List<T> background, List<T> f) {
    List<T> metric = new ArrayList<>();
    List<T> triangle = ansatz == ChartAnsatz.CHOLESKY ? sum(factor(background), f) : List.of();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        int c = component(i, j);
        T g0 = background.get(c);
        metric.add(
            switch (onChart) {
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
    if (!(ansatz instanceof ChartAnsatz onChart)) {
      return 0.1 * smallest / dimension; // as many outputs as ambient components make one
    }
    return switch (onChart) {
      case ADDITIVE -> 0.1 * smallest;
      case CONFORMAL, DIAGONAL_EXPONENTIAL -> 0.1;
      case CHOLESKY -> 0.1 * Math.sqrt(smallest);
    };
  }

  /** What the ansatz refers to: g₀, or C with C Cᵀ = g₀. */
  <T extends CalculusFieldElement<T>> List<T> reference(List<T> background) {
    return ansatz == ChartAnsatz.CHOLESKY ? factor(background) : background;
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
