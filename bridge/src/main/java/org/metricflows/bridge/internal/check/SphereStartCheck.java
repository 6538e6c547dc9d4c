package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/**
 * The start of a flow of spheres: at x the arc length is s = ∫ χ dx, and ψ there is ℓ sin y (1 + v
 * sin² y) with y = s/ℓ. Arc lengths come from a table of panels that Gauss and Legendre's rule
 * integrates.
 *
 * <p>Tolerance: both sides are exact but for some hundred roundings.
 */
final class SphereStartCheck {
  private static final int PANELS = 128;
  private static final int NODES = 16;
  private static final int STEPS = 60;
  private static final int MOST_POINTS = 24;

  private final RadialMetric metric;
  private final EvenGrid grid;
  private final SpherePaths paths;
  private final double from;
  private final double width;

  /** Arc length up to each panel. */
  private final double[] table = new double[PANELS + 1];

  SphereStartCheck(RadialMetric metric, EvenGrid grid, SpherePaths paths) {
    this.metric = metric;
    this.grid = grid;
    this.paths = paths;
    this.from = Constants.valueOf(metric.from());
    this.width = (Constants.valueOf(metric.to()) - from) / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      double left = from + panel * width;
      table[panel + 1] = table[panel] + length(left, left + width);
    }
  }

  CheckResult result() {
    Comparison comparison = new Comparison("start", "quadrature", 1e-11);
    double scale = table[PANELS] / Math.PI;
    comparison.add("length", "length over pi", Math.sqrt(paths.square()), scale);
    int[] chosen = Subject.some(grid.size(), MOST_POINTS);
    for (int j : chosen) {
      double sine = grid.sines()[j];
      double actual = Math.sqrt(paths.square()) * sine * (1 + paths.v()[j] * sine * sine);
      double expected = value(metric.radius(), coordinate(scale * grid.points()[j]));
      comparison.add("radius", "radius at point " + j, actual, expected);
    }
    return comparison.result(chosen.length);
  }

  private double value(Expr formula, double x) {
    DerivativeStructure at = new DSFactory(1, 0).constant(x);
    return new FieldExpression<>(at, Map.of(metric.coordinate(), at)).of(formula).getValue();
  }

  private double length(double left, double right) {
    double way = right - left;
    return way
        * new GaussIntegratorFactory()
            .legendre(NODES, 0, 1)
            .integrate(u -> value(metric.lapse(), left + u * way));
  }

  /** Where the arc length is s, by bisection in its panel. */
  private double coordinate(double s) {
    int found = Arrays.binarySearch(table, s);
    int panel = found >= 0 ? Math.min(found, PANELS - 1) : -found - 2;
    double start = from + panel * width;
    double left = start;
    double right = start + width;
    for (int step = 0; step < STEPS; step++) {
      double middle = (left + right) / 2;
      if (table[panel] + length(start, middle) < s) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return (left + right) / 2;
  }
}
