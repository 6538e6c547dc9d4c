package org.metricflows.bridge.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.spec.ChartSpec;
import org.metricflows.bridge.internal.spec.Formula;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.door.ExpressionParser;

/** Coordinates x¹, …, x^d, some of them periodic perhaps. */
public final class Chart {

  private final ChartSpec spec;

  private Chart(ChartSpec spec) {
    this.spec = spec;
  }

  /**
   * A chart.
   *
   * @param coordinates 1 to 6 different names, letters and digits
   * @throws InputException if a name will not do
   */
  public static Chart of(String... coordinates) {
    if (coordinates.length < 1 || coordinates.length > 6) {
      throw InputException.of("chart", "has 1 to 6 coordinates, but " + coordinates.length);
    }
    if (Arrays.stream(coordinates).distinct().count() < coordinates.length) {
      throw InputException.of("chart", "coordinates must differ: " + List.of(coordinates));
    }
    for (String name : coordinates) {
      ExpressionParser.checkName("chart", name);
    }
    return new Chart(new ChartSpec(List.of(coordinates), Map.of()));
  }

  /**
   * The same with a periodic coordinate.
   *
   * @param period positive
   * @throws InputException if there is no such coordinate, or the period is not positive
   */
  public Chart periodic(String coordinate, double period) {
    if (!spec.coordinates().contains(coordinate)) {
      throw InputException.of("chart", "has no coordinate '" + coordinate + "'");
    }
    if (!(period > 0) || Double.isInfinite(period)) {
      throw InputException.of("chart", "a period must be positive, but is " + period);
    }
    Map<String, Formula> periods = new HashMap<>(spec.periods());
    periods.put(coordinate, new Formula(String.valueOf(period), Rational.of(period)));
    return new Chart(new ChartSpec(spec.coordinates(), periods));
  }

  /** The dimension d. */
  public int dimension() {
    return spec.dimension();
  }

  /** The coordinates' names. */
  public List<String> coordinates() {
    return spec.coordinates();
  }

  /**
   * A formula in the coordinates, in Symja's infix form.
   *
   * @throws InputException if it cannot be read
   */
  public Expr formula(String text) {
    return ExpressionParser.of(spec.coordinates()).parse("formula", text);
  }

  /**
   * A metric.
   *
   * @param components g_11, g_12, …, g_1d, g_22, …, formulas in the coordinates
   * @throws InputException if there are not d(d+1)/2, or one cannot be read
   */
  public Metric metric(String... components) {
    if (components.length != spec.components()) {
      throw InputException.of(
          "metric", "has " + spec.components() + " components 11, 12, …, but " + components.length);
    }
    List<Formula> formulas = new ArrayList<>();
    for (String component : components) {
      formulas.add(new Formula(component, formula(component)));
    }
    return new Metric(this, formulas);
  }

  /**
   * Points of equal weight 1/N.
   *
   * @param points {@code [point][coordinate]}
   */
  public Space points(double[][] points) {
    double[] weights = new double[points.length];
    Arrays.fill(weights, 1.0 / points.length);
    return points(points, weights);
  }

  /**
   * Points with weights: the measure is Σ_a w_a δ(x − x_a).
   *
   * @param points {@code [point][coordinate]}
   * @param weights one a point, not negative
   */
  public Space points(double[][] points, double[] weights) {
    return Space.of(this, points, weights);
  }

  /**
   * A regular grid from 0 along every coordinate, all of which are periodic; each weight is the
   * cell's size. Local kernels and Ricci flow need one.
   *
   * @param sizes points along each coordinate
   */
  public Space grid(int... sizes) {
    return new Grid(this, Arrays.stream(sizes).boxed().toList());
  }

  ChartSpec spec() {
    return spec;
  }
}
