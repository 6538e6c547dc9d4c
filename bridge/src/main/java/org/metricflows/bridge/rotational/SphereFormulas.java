package org.metricflows.bridge.rotational;

import java.util.List;
import org.metricflows.bridge.graph.Constants;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.door.ExpressionParser;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.rotational.RadialMetric;

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
    ExpressionParser parser = ExpressionParser.of(List.of(sphere.coordinate()));
    Expr radius = parser.parse("rotational.radius", sphere.radius());
    Expr lapse = parser.parse("rotational.lapse", sphere.lapse());
    Expr from = constant(sphere, 0);
    Expr to = constant(sphere, 1);
    double least = Constants.valueOf(from);
    double largest = Constants.valueOf(to);
    if (!(least < largest)) {
      throw new InputException(
          "rotational.interval: must go upwards, but is from " + least + " to " + largest);
    }
    return new RadialMetric(
        spec.dimension(), new Symbol(sphere.coordinate()), from, to, radius, lapse);
  }

  private static Expr constant(RotationalSpec.Sphere sphere, int end) {
    String field = "rotational.interval[" + end + "]";
    String text = sphere.interval().get(end);
    Expr value = ExpressionParser.of(List.of()).parse(field, text);
    if (!Double.isFinite(Constants.valueOf(value))) {
      throw new InputException(field + ": '" + text + "' is not a finite number");
    }
    return value;
  }
}
