package org.metricflows.bridge.rotational;

import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.compiler.Program;
import org.metricflows.bridge.graph.Constants;
import org.metricflows.bridge.spec.Formula;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/** The radius, its derivative and the lapse of a spec, as functions of the coordinate. */
final class RadialFormulas {
  private final Program program;
  private final double from;
  private final double to;

  private RadialFormulas(Program program, double from, double to) {
    this.program = program;
    this.from = from;
    this.to = to;
  }

  /** The values at a point: ψ, ψ_x, χ. */
  record Values(double radius, double slope, double lapse) {}

  /**
   * @throws InputException naming the field, if the interval is empty or infinite
   */
  static RadialFormulas of(Compiler compiler, RotationalSpec.Sphere sphere) {
    Expr radius = sphere.radius().value();
    Derivation.Builder b = Derivation.builder();
    Symbol x = b.input(sphere.coordinate());
    b.define("radiusOut", radius);
    b.define("slopeOut", radius.differentiate(x));
    b.define("lapseOut", sphere.lapse().value());
    double from = constant(sphere, 0);
    double to = constant(sphere, 1);
    if (!(from < to)) {
      throw InputException.of(
          "rotational.interval", "must go upwards, but is from " + from + " to " + to);
    }
    return new RadialFormulas(
        compiler.compile(b.build("radiusOut", "slopeOut", "lapseOut")), from, to);
  }

  private static double constant(RotationalSpec.Sphere sphere, int end) {
    String field = "rotational.interval[" + end + "]";
    Formula constant = sphere.interval().get(end);
    double value = Constants.valueOf(constant.value());
    if (!Double.isFinite(value)) {
      throw InputException.of(field, "'" + constant.text() + "' is not a finite number");
    }
    return value;
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
