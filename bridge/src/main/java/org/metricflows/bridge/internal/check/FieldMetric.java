package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The metric near a point as a Taylor polynomial in the coordinates: background and outputs are
 * such polynomials, the ansatz composes them.
 *
 * @param ansatz how outputs make a metric
 * @param coordinates the chart's
 * @param background the components of g₀, of the coordinates
 */
record FieldMetric(FieldAnsatz ansatz, FieldCoordinates coordinates, List<Expr> background) {

  int dimension() {
    return coordinates.dimension();
  }

  int outputs() {
    return ansatz.ansatz().outputs(dimension());
  }

  /** g₀ near x, and the tangents of a submanifold behind it where the ansatz refers to them. */
  List<DerivativeStructure> backgroundAt(double[] x, int order) {
    DSFactory factory = new DSFactory(dimension(), order);
    Map<Symbol, DerivativeStructure> variables = coordinates.near(factory, x);
    FieldExpression<DerivativeStructure> expression =
        new FieldExpression<>(factory.constant(0), variables);
    return Stream.concat(
            background.stream().map(expression::of), ansatz.tangents().map(variables::get))
        .toList();
  }

  /** The ansatz's reference near x: g₀ or its Cholesky factor. */
  List<DerivativeStructure> referenceAt(double[] x, int order) {
    return ansatz.reference(backgroundAt(x, order));
  }

  /**
   * g near x.
   *
   * @param jets of the outputs: {@code [output·J + coefficient]}
   */
  List<DerivativeStructure> metricAt(double[] x, double[] jets, int order) {
    DSFactory factory = new DSFactory(dimension(), order);
    TaylorLayout layout = new TaylorLayout(new JetSpace(dimension(), order));
    List<DerivativeStructure> f = new ArrayList<>();
    for (int c = 0; c < outputs(); c++) {
      double[] derivatives = new double[layout.size()];
      for (int k = 0; k < layout.size(); k++) {
        int index = factory.getCompiler().getPartialDerivativeIndex(layout.orders(k));
        derivatives[index] = jets[c * layout.size() + k];
      }
      f.add(factory.build(derivatives));
    }
    return ansatz.metric(backgroundAt(x, order), f);
  }

  /** g near x, each coefficient with its gradient by all output jets. */
  List<FieldDerivativeStructure<Gradient>> metricByJets(double[] x, double[] jets, int order) {
    return metric(x, order, jets.length, k -> Gradient.variable(jets.length, k, jets[k]));
  }

  /** g near x, each coefficient with its derivative as the jets move along others. */
  List<FieldDerivativeStructure<Gradient>> metricAlong(
      double[] x, double[] jets, double[] along, int order) {
    return metric(x, order, 1, k -> new Gradient(jets[k], along[k]));
  }

  /**
   * @param variables of the gradients
   * @param jets the coefficient at {@code output·J + coefficient}
   */
  private List<FieldDerivativeStructure<Gradient>> metric(
      double[] x, int order, int variables, IntFunction<Gradient> jets) {
    GradientField field = GradientField.getField(variables);
    FDSFactory<Gradient> factory = new FDSFactory<>(field, dimension(), order);
    TaylorLayout layout = new TaylorLayout(new JetSpace(dimension(), order));
    List<FieldDerivativeStructure<Gradient>> f = new ArrayList<>();
    for (int c = 0; c < outputs(); c++) {
      Gradient[] derivatives = new Gradient[layout.size()];
      for (int k = 0; k < layout.size(); k++) {
        int index = factory.getCompiler().getPartialDerivativeIndex(layout.orders(k));
        derivatives[index] = jets.apply(c * layout.size() + k);
      }
      f.add(factory.build(derivatives));
    }
    List<FieldDerivativeStructure<Gradient>> g0 =
        backgroundAt(x, order).stream().map(g -> factory.build(g.getAllDerivatives())).toList();
    return ansatz.metric(g0, f);
  }

  /** The curvature of a metric given as Taylor polynomials; derivatives that are missing are 0. */
  FieldCurvature<Gradient> curvature(List<FieldDerivativeStructure<Gradient>> metric, int order) {
    int d = dimension();
    Gradient zero = metric.get(0).getValue().newInstance(0.0);
    Tensor<Gradient> g = Tensor.of(d, 2, x -> component(metric, x[0], x[1]).getValue());
    Tensor<Gradient> dg =
        Tensor.of(d, 3, x -> order < 1 ? zero : slope(component(metric, x[1], x[2]), x[0], -1));
    Tensor<Gradient> ddg =
        Tensor.of(d, 4, x -> order < 2 ? zero : slope(component(metric, x[2], x[3]), x[0], x[1]));
    return new FieldCurvature<>(d, g, dg, ddg);
  }

  private FieldDerivativeStructure<Gradient> component(
      List<FieldDerivativeStructure<Gradient>> metric, int i, int j) {
    return metric.get(ansatz.component(i, j));
  }

  private Gradient slope(FieldDerivativeStructure<Gradient> g, int k, int l) {
    int[] orders = new int[dimension()];
    orders[k]++;
    if (l >= 0) {
      orders[l]++;
    }
    return g.getPartialDerivative(orders);
  }
}
