package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSCompiler;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.EmbeddedChart;

/**
 * The chart of a submanifold around a point as Taylor polynomials: X(u) = x₀ + E u + Σ v_m ∇F_m
 * with v by Newton's iteration on F(X(u)) = 0 in the polynomials themselves, an order a step. Of
 * the point's numbers x₀ and E alone are read.
 */
final class EmbeddedPlane implements FieldCoordinates {
  private final EmbeddedChart chart;
  private final List<Expr> equations;
  private final List<List<Integer>> indices;

  EmbeddedPlane(ManifoldSpec manifold) {
    this.chart = manifold.functions();
    this.equations = manifold.equations();
    this.indices = EmbeddedChart.indices(chart.dimension());
  }

  private int ambient() {
    return chart.ambient().size();
  }

  @Override
  public int dimension() {
    return chart.dimension();
  }

  @Override
  public List<Symbol> symbols() {
    return chart.symbols();
  }

  @Override
  public List<Symbol> names() {
    return chart.ambient();
  }

  /** X and, where all coordinates vary, X_i. */
  @Override
  public Map<Symbol, DerivativeStructure> near(
      DSFactory factory, double[] x, int[] moving, int first) {
    DSCompiler compiler = factory.getCompiler();
    DSFactory higher = new DSFactory(compiler.getFreeParameters(), compiler.getOrder() + 1);
    List<DerivativeStructure> position = position(higher, x, moving, first);
    Map<Symbol, DerivativeStructure> values = new HashMap<>();
    for (int a = 0; a < ambient(); a++) {
      values.put(chart.ambient().get(a), truncated(position.get(a), factory));
      for (int k = 0; k < moving.length && moving.length == dimension(); k++) {
        DerivativeStructure slope = position.get(a).differentiate(first + k, 1);
        values.put(chart.tangent(a, moving[k]), truncated(slope, factory));
      }
    }
    return values;
  }

  private List<DerivativeStructure> position(
      DSFactory factory, double[] x, int[] moving, int first) {
    List<DerivativeStructure> plane = new ArrayList<>();
    for (int a = 0; a < ambient(); a++) {
      DerivativeStructure sum = factory.constant(x[a]);
      for (int k = 0; k < moving.length; k++) {
        double tangent = x[(1 + moving[k]) * ambient() + a];
        sum = sum.add(factory.variable(first + k, 0).multiply(tangent));
      }
      plane.add(sum);
    }
    RealMatrix gradients = gradients(x);
    RealMatrix inverse =
        new LUDecomposition(gradients.multiply(gradients.transpose())).getSolver().getInverse();
    List<DerivativeStructure> at = plane;
    for (int step = 0; step <= factory.getCompiler().getOrder(); step++) {
      at = corrected(at, gradients, inverse);
    }
    return at;
  }

  private List<DerivativeStructure> corrected(
      List<DerivativeStructure> at, RealMatrix gradients, RealMatrix inverse) {
    List<DerivativeStructure> values = equations(at);
    List<DerivativeStructure> moved = new ArrayList<>();
    RealMatrix step = gradients.transpose().multiply(inverse);
    for (int a = 0; a < ambient(); a++) {
      DerivativeStructure sum = at.get(a);
      for (int m = 0; m < values.size(); m++) {
        sum = sum.subtract(values.get(m).multiply(step.getEntry(a, m)));
      }
      moved.add(sum);
    }
    return moved;
  }

  private List<DerivativeStructure> equations(List<DerivativeStructure> at) {
    Map<Symbol, DerivativeStructure> values = new HashMap<>();
    for (int a = 0; a < ambient(); a++) {
      values.put(chart.ambient().get(a), at.get(a));
    }
    FieldExpression<DerivativeStructure> expression = new FieldExpression<>(at.get(0), values);
    return equations.stream().map(expression::of).toList();
  }

  private RealMatrix gradients(double[] x) {
    DSFactory factory = new DSFactory(ambient(), 1);
    List<DerivativeStructure> at = new ArrayList<>();
    for (int a = 0; a < ambient(); a++) {
      at.add(factory.variable(a, x[a]));
    }
    return MatrixUtils.createRealMatrix(
        equations(at).stream()
            .map(f -> Arrays.copyOfRange(f.getAllDerivatives(), 1, ambient() + 1))
            .toArray(double[][]::new));
  }

  private static DerivativeStructure truncated(DerivativeStructure f, DSFactory factory) {
    DSCompiler compiler = factory.getCompiler();
    double[] derivatives = new double[compiler.getSize()];
    for (int k = 0; k < derivatives.length; k++) {
      derivatives[k] = f.getPartialDerivative(compiler.getPartialDerivativeOrders(k));
    }
    return factory.build(derivatives);
  }

  /** By Taylor's series of the numbers, to the third order that they know. */
  @Override
  public double[] moved(double[] x, int i, double h) {
    double[] moved = x.clone();
    for (int k = 0; k < indices.size(); k++) {
      List<Integer> index = new ArrayList<>(indices.get(k));
      double factor = 1;
      for (int order = 1; index.size() < EmbeddedChart.ORDER; order++) {
        index.add(i);
        factor *= h / order;
        int raised = indices.indexOf(index.stream().sorted().toList());
        for (int a = 0; a < ambient(); a++) {
          moved[k * ambient() + a] += factor * x[raised * ambient() + a];
        }
      }
    }
    return moved;
  }
}
