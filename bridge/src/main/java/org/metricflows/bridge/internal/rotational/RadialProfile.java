package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/** The radius, its derivative and the lapse of a metric, as functions of the coordinate. */
final class RadialProfile {
  private final Program program;
  private final double from;
  private final double to;

  private RadialProfile(Program program, double from, double to) {
    this.program = program;
    this.from = from;
    this.to = to;
  }

  /** The values at a point: ψ, ψ_x, χ. */
  record Values(double radius, double slope, double lapse) {}

  static RadialProfile of(Compiler compiler, RadialMetric metric) {
    Derivation.Builder b = Derivation.builder();
    Symbol x = b.input(metric.coordinate().name());
    Expr radius = metric.radius();
    b.define("radiusOut", radius);
    b.define("slopeOut", radius.differentiate(x));
    b.define("lapseOut", metric.lapse());
    return new RadialProfile(
        compiler.compile(b.build("radiusOut", "slopeOut", "lapseOut")),
        Constants.valueOf(metric.from()),
        Constants.valueOf(metric.to()));
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  Values at(double x) {
    double[] out = new double[3];
    program.evaluate(new double[] {x}, out);
    return new Values(out[0], out[1], out[2]);
  }
}
