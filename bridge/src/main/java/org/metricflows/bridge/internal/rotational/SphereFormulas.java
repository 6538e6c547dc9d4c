package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.bridge.internal.spec.Formula;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/** The formulas of a spec's sphere. */
public final class SphereFormulas {

  private SphereFormulas() {}

  /**
   * The metric at time 0.
   *
   * @param spec of a sphere
   * @throws InputException naming the field, if the interval is empty or infinite
   */
  public static RadialMetric of(RotationalSpec spec) {
    RotationalSpec.Sphere sphere = (RotationalSpec.Sphere) spec.shape();
    Expr radius = sphere.radius().value();
    Expr lapse = sphere.lapse().value();
    Expr from = constant(sphere, 0);
    Expr to = constant(sphere, 1);
    double least = Constants.valueOf(from);
    double largest = Constants.valueOf(to);
    if (!(least < largest)) {
      throw InputException.of(
          "rotational.interval", "must go upwards, but is from " + least + " to " + largest);
    }
    return new RadialMetric(
        spec.dimension(), new Symbol(sphere.coordinate()), from, to, radius, lapse);
  }

  private static Expr constant(RotationalSpec.Sphere sphere, int end) {
    String field = "rotational.interval[" + end + "]";
    Formula constant = sphere.interval().get(end);
    if (!Double.isFinite(Constants.valueOf(constant.value()))) {
      throw InputException.of(field, "'" + constant.text() + "' is not a finite number");
    }
    return constant.value();
  }
}
