package org.metricflows.bridge.internal.check;

import static org.metricflows.bridge.internal.check.Tensor.sum;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.Dynamics;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * Ricci and Perelman flow written a second time: the metric near a point is a Taylor polynomial in
 * the coordinates, the curvature of which is one too, and fields are differentiated by
 * differentiating polynomials.
 *
 * @param metric how functions make a metric
 * @param functions that it makes it of
 */
record FieldVelocity(FieldMetric metric, FieldFunctions functions) {

  /** The metric near a point, order 2 or more, with its curvature. */
  private record Near(
      Tensor<DerivativeStructure> g, FieldCurvature<DerivativeStructure> curvature) {

    static Near of(int d, Tensor<DerivativeStructure> g) {
      Tensor<DerivativeStructure> dg =
          Tensor.of(d, 3, x -> g.get(x[1], x[2]).differentiate(x[0], 1));
      Tensor<DerivativeStructure> ddg =
          Tensor.of(d, 4, x -> dg.get(x[1], x[2], x[3]).differentiate(x[0], 1));
      return new Near(g, new FieldCurvature<>(d, g, dg, ddg));
    }
  }

  private int d() {
    return metric.dimension();
  }

  private Near near(double[] x, int order) {
    return near(metric.ansatz().metric(metric.backgroundAt(x, order), functions.at(x, order)));
  }

  private Near near(List<DerivativeStructure> components) {
    FieldAnsatz layout = metric.ansatz();
    return Near.of(d(), Tensor.of(d(), 2, x -> components.get(layout.component(x[0], x[1]))));
  }

  /** √|det g| and R √|det g| at a point. */
  double[] volumeAndCurvature(double[] x) {
    FieldCurvature<DerivativeStructure> curvature = near(x, 2).curvature();
    double volume = curvature.volume().getValue();
    return new double[] {volume, volume * curvature.scalar().getValue()};
  }

  /**
   * Ricci flow's ∂_t f at a point.
   *
   * @param mean ∫R dV/∫dV, read by the normalised flow
   */
  double[] ricci(Dynamics.Ricci kind, double mean, double[] x) {
    boolean gauged = kind == Dynamics.Ricci.DETURCK;
    Near near = near(x, gauged ? 3 : 2);
    Tensor<DerivativeStructure> lie = gauged ? lieDerivative(near, x) : null;
    double growth = kind == Dynamics.Ricci.NORMALISED ? 2 * mean / d() : 0;
    return ofFunctions(
        near,
        (i, j) ->
            -2 * near.curvature().ricci(i, j).getValue()
                + (gauged ? lie.get(i, j).getValue() : 0)
                + growth * near.g().get(i, j).getValue());
  }

  /** Perelman's ∂_t f = −2(Ric + ∇∇ log(√det g / m)) at a point. */
  double[] perelman(Expr density, double[] x) {
    Near near = near(x, 2);
    DSFactory factory = new DSFactory(d(), 2);
    Map<Symbol, DerivativeStructure> variables = metric.coordinates().near(factory, x);
    DerivativeStructure m = new FieldExpression<>(factory.constant(0), variables).of(density);
    DerivativeStructure potential = near.curvature().volume().log().subtract(m.log());
    Tensor<DerivativeStructure> slope = Tensor.of(d(), 1, k -> potential.differentiate(k[0], 1));
    return ofFunctions(
        near,
        (i, j) -> {
          DerivativeStructure connection =
              sum(d(), k -> near.curvature().gamma(k, i, j).multiply(slope.get(k)));
          DerivativeStructure hessian = slope.get(j).differentiate(i, 1).subtract(connection);
          return -2 * near.curvature().ricci(i, j).add(hessian).getValue();
        });
  }

  /** (L_W g)_ij = W^k ∂_k g_ij + g_kj ∂_i W^k + g_ik ∂_j W^k, W^k = g^ij(Γ^k_ij − Γ̄^k_ij). */
  private Tensor<DerivativeStructure> lieDerivative(Near near, double[] x) {
    FieldCurvature<DerivativeStructure> curvature = near.curvature();
    FieldCurvature<DerivativeStructure> back = near(metric.backgroundAt(x, 3)).curvature();
    Tensor<DerivativeStructure> field =
        Tensor.of(
            d(),
            1,
            index -> {
              int k = index[0];
              return sum(
                  d(),
                  i ->
                      sum(
                          d(),
                          j ->
                              curvature
                                  .inverse(i, j)
                                  .multiply(
                                      curvature.gamma(k, i, j).subtract(back.gamma(k, i, j)))));
            });
    Tensor<DerivativeStructure> g = near.g();
    return Tensor.of(
        d(),
        2,
        index -> {
          int i = index[0];
          int j = index[1];
          return sum(
              d(),
              k ->
                  field
                      .get(k)
                      .multiply(g.get(i, j).differentiate(k, 1))
                      .add(g.get(k, j).multiply(field.get(k).differentiate(i, 1)))
                      .add(g.get(i, k).multiply(field.get(k).differentiate(j, 1))));
        });
  }

  /** A number for each pair of indices. */
  @FunctionalInterface
  private interface Components {
    double at(int i, int j);
  }

  /** ∂_t f from ∂_t g: the components themselves, or ∂_t f = tr(g⁻¹ ∂_t g)/2d of g = e^{2f} g₀. */
  private double[] ofFunctions(Near near, Components change) {
    int d = d();
    if (metric.ansatz().ansatz() == ChartAnsatz.CONFORMAL) {
      double trace = 0;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          trace += near.curvature().inverse(i, j).getValue() * change.at(i, j);
        }
      }
      return new double[] {trace / (2 * d)};
    }
    double[] components = new double[d * (d + 1) / 2];
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        components[metric.ansatz().component(i, j)] = change.at(i, j);
      }
    }
    return components;
  }
}
