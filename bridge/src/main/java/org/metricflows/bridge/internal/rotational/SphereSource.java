package org.metricflows.bridge.internal.rotational;

import java.util.Map;
import java.util.function.Function;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/** The curvature of a sphere in formulas of its coordinate. */
record SphereSource(RadialMetric metric) implements RotationalCurvature.Source {
  private static final int LARGEST_EXPANSION = 100_000;

  @Override
  public String coordinate() {
    return metric.coordinate().name();
  }

  @Override
  public Expr lapse() {
    return metric.lapse();
  }

  @Override
  public Expr radius() {
    return metric.radius();
  }

  @Override
  public Expr form(String line) {
    Derivation geometry = metric.geometry();
    Symbol x = geometry.inputs().get(0).name();
    return geometry
        .expand(new Symbol(line), LARGEST_EXPANSION)
        .substitute(Map.of(x, metric.coordinate()));
  }

  @Override
  public Function<Symbol, String> notation() {
    return Symbol::name;
  }

  @Override
  public double[] jets(String field, double x) {
    double from = Constants.valueOf(metric.from());
    double to = Constants.valueOf(metric.to());
    if (!(x > from && x < to)) {
      throw InputException.of(
          field, "must be between the poles, " + from + " and " + to + ", but is " + x);
    }
    Program program = new Compiler().compile(metric.jets());
    double[] jets = new double[program.outputs()];
    program.evaluate(new double[] {x}, jets);
    if (!(jets[0] > 0 && jets[3] > 0)) {
      throw InputException.of(
          field,
          "the metric is singular at "
              + coordinate()
              + " = "
              + x
              + ", where the radius is "
              + jets[0]
              + " and the lapse "
              + jets[3]);
    }
    return jets;
  }
}
