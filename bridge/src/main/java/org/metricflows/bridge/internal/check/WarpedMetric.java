package org.metricflows.bridge.internal.check;

import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.Binary64;

/**
 * The metric χ(x)² dx² + ψ(x)² g_S in coordinates x, y₁ … y_{n−1} with g_S = δ/(1 + |y|²/4)², as
 * Taylor polynomials about a point off the axes, and its curvature by loops over all indices.
 *
 * @param dimension n
 * @param radius ψ of x
 * @param lapse χ of x
 */
record WarpedMetric(
    int dimension,
    UnaryOperator<DerivativeStructure> radius,
    UnaryOperator<DerivativeStructure> lapse) {

  /** Where on the sphere: y_a = 0.3/a. */
  private static final double OFF_AXIS = 0.3;

  /** The curvature at x. */
  At at(double x) {
    DSFactory factory = new DSFactory(dimension, 2);
    DerivativeStructure coordinate = factory.variable(0, x);
    DerivativeStructure square = factory.constant(0);
    for (int a = 1; a < dimension; a++) {
      square = square.add(factory.variable(a, OFF_AXIS / a).pow(2));
    }
    DerivativeStructure conformal = square.divide(4).add(1).reciprocal();
    DerivativeStructure sphere = radius.apply(coordinate).multiply(conformal).pow(2);
    DerivativeStructure along = lapse.apply(coordinate).pow(2);
    DerivativeStructure none = factory.constant(0);
    Tensor<DerivativeStructure> g =
        Tensor.of(dimension, 2, i -> i[0] != i[1] ? none : i[0] == 0 ? along : sphere);
    Tensor<Binary64> values = Tensor.of(dimension, 2, i -> new Binary64(g.get(i).getValue()));
    Tensor<Binary64> first = Tensor.of(dimension, 3, i -> derivative(g.get(i[1], i[2]), i[0], -1));
    Tensor<Binary64> second =
        Tensor.of(dimension, 4, i -> derivative(g.get(i[2], i[3]), i[0], i[1]));
    return new At(new FieldCurvature<>(dimension, values, first, second));
  }

  private Binary64 derivative(DerivativeStructure f, int k, int l) {
    int[] orders = new int[dimension];
    orders[k]++;
    if (l >= 0) {
      orders[l]++;
    }
    return new Binary64(f.getPartialDerivative(orders));
  }

  /** The curvature at a point. */
  record At(FieldCurvature<Binary64> whole) {

    /** Ric of the unit vector along x. */
    double radialRicci() {
      return unit(0);
    }

    /** Ric of a unit tangent of the sphere. */
    double tangentialRicci() {
      return unit(1);
    }

    private double unit(int i) {
      return whole.ricci(i, i).divide(whole.metric(i, i)).getReal();
    }

    /** The sectional curvature of planes that contain ∂_x. */
    double radial() {
      return plane(0, 1);
    }

    /** The sectional curvature of planes tangent to the sphere, in dimension 3 and above. */
    double tangential() {
      return plane(1, 2);
    }

    private double plane(int i, int j) {
      return whole.riemann(i, j, i, j).divide(whole.metric(j, j)).getReal();
    }

    /** R. */
    double scalar() {
      return whole.scalar().getReal();
    }

    /** ∇_i∇_j f of a function of x, relative to g, for i = j = x. */
    double radialHessian(double slope, double bend) {
      double gamma = whole.gamma(0, 0, 0).getReal();
      return (bend - gamma * slope) / whole.metric(0, 0).getReal();
    }

    /** The same on unit tangents of the sphere. */
    double tangentialHessian(double slope) {
      double gamma = whole.gamma(0, 1, 1).getReal();
      return -gamma * slope / whole.metric(1, 1).getReal();
    }
  }
}
