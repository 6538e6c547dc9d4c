package org.metricflows.bridge.internal.manifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.spec.ManifoldShape;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.numeric.internal.submanifold.Closedness;
import org.metricflows.numeric.internal.submanifold.EmbeddedCharts;
import org.metricflows.numeric.internal.submanifold.PointSet;
import org.metricflows.numeric.internal.submanifold.ProductRule;
import org.metricflows.numeric.internal.submanifold.RandomPlanes;
import org.metricflows.numeric.internal.submanifold.RealPolynomial;
import org.metricflows.numeric.internal.submanifold.Singularities;
import org.metricflows.symbolic.InputException;

/** A closed submanifold of R^N: its points with their charts and weights. */
public final class Submanifold {
  private static final String EQUATIONS = "manifold.equations";

  /** Of a point that a person gives: how far from the manifold it may lie. */
  private static final double NEAR = 1e-6;

  private static final long SCOUT = 1;
  private static final int SCOUTS = 400;

  private final ManifoldSpec spec;
  private final EmbeddedCharts charts;
  private final double radius;

  private Submanifold(ManifoldSpec spec, EmbeddedCharts charts, double radius) {
    this.spec = spec;
    this.charts = charts;
    this.radius = radius;
  }

  /**
   * Points with charts.
   *
   * @param points rows of X, X_i, X_ij, X_ijk
   * @param weights of ∫ φ dV, dV the volume that R^N induces
   * @param error of the sum of the weights, relative, one standard deviation; 0 where it is known
   */
  public record Sample(double[][] points, double[] weights, double error) {}

  /**
   * The manifold of a spec.
   *
   * @throws InputException if an equation is no polynomial, no point is found, the zero set is not
   *     closed, or it has a singular point
   */
  public static Submanifold of(ManifoldSpec spec) {
    List<RealPolynomial> equations = new ArrayList<>();
    for (int m = 0; m < spec.equations().size(); m++) {
      String field = EQUATIONS + "[" + m + "]";
      equations.add(PolynomialReader.read(field, spec.equations().get(m), spec.ambient()));
    }
    EmbeddedCharts charts = new EmbeddedCharts(equations);
    if (spec.shape() instanceof ManifoldShape.Ellipsoid ellipsoid) {
      double largest = ellipsoid.axes().stream().mapToDouble(r -> r).max().orElseThrow();
      return new Submanifold(spec, charts, largest);
    }
    if (spec.shape() instanceof ManifoldShape.Torus torus) {
      double largest = torus.major() + torus.minor();
      return new Submanifold(spec, charts, largest);
    }
    return new Submanifold(spec, charts, scouted(charts));
  }

  /** Around its points. */
  EmbeddedCharts charts() {
    return charts;
  }

  /** By product rules of some hundred thousand points at most; empty where there are none. */
  private OptionalDouble volume() {
    if (spec.shape() instanceof ManifoldShape.Zeros) {
      return OptionalDouble.empty();
    }
    double each = Math.pow(1e5 / 2, 1.0 / spec.dimension());
    return OptionalDouble.of(rule(spec.shape(), (int) Math.min(300, 2 * each - 2)).volume());
  }

  private static double scouted(EmbeddedCharts charts) {
    try {
      Closedness closedness = new Closedness(charts);
      if (!closedness.isMet(SCOUT)) {
        throw InputException.of(
            EQUATIONS,
            "no real common zeros were found; they are needed, and closed and regular ones");
      }
      double radius =
          closedness
              .radius(SCOUT)
              .orElseThrow(
                  () ->
                      InputException.of(
                          EQUATIONS,
                          "the zeros are not closed: there are some at all distances from the origin"));
      requireRegular(charts, radius);
      return radius;
    } catch (ArithmeticException e) {
      throw InputException.of(EQUATIONS, "do not meet transversally: " + e.getMessage());
    }
  }

  private static void requireRegular(EmbeddedCharts charts, double radius) {
    double[][] points = new RandomPlanes(charts, radius).meet(SCOUTS, 100 * SCOUTS, SCOUT).points();
    Optional<double[]> singular = new Singularities(charts).near(points, radius);
    if (singular.isPresent()) {
      throw InputException.of(
          EQUATIONS,
          "have a singular point, where their gradients are dependent, at "
              + place(singular.get()));
    }
  }

  private static String place(double[] x) {
    return Arrays.toString(Arrays.stream(x).map(v -> Math.round(v * 1e6) / 1e6 + 0.0).toArray());
  }

  private static PointSet rule(ManifoldShape shape, int degree) {
    if (shape instanceof ManifoldShape.Torus torus) {
      return ProductRule.torus(degree, torus.major(), torus.minor());
    }
    ManifoldShape.Ellipsoid ellipsoid = (ManifoldShape.Ellipsoid) shape;
    return ProductRule.ellipsoid(degree, ellipsoid.axes().stream().mapToDouble(r -> r).toArray());
  }

  /**
   * The points of a sample.
   *
   * @throws InputException if a given point is none of the manifold's
   */
  public Sample sample(SampleSpec sample) {
    if (sample instanceof SampleSpec.Rule rule) {
      return withCharts(rule(spec.shape(), rule.degree()), 0);
    } else if (sample instanceof SampleSpec.Uniform uniform) {
      return uniform(uniform.count(), uniform.seed());
    }
    SampleSpec.Points given = (SampleSpec.Points) sample;
    double[] weights = given.weights().stream().mapToDouble(w -> w).toArray();
    return new Sample(located(given.points().toArray(), "sample.points"), weights, 0);
  }

  /** Random points of equal weights, uniform by the volume: its estimate, where it is not known. */
  private Sample uniform(int count, long seed) {
    RandomPlanes planes = new RandomPlanes(charts, radius);
    RandomPlanes.Met met = planes.meet(count, Integer.MAX_VALUE, seed);
    double total = met.points().length;
    OptionalDouble volume = volume();
    double weight = volume.orElse(total / (met.planes() * planes.density())) / total;
    double[] weights = new double[met.points().length];
    Arrays.fill(weights, weight);
    return withCharts(new PointSet(met.points(), weights), volume.isPresent() ? 0 : met.spread());
  }

  private Sample withCharts(PointSet points, double error) {
    double[][] rows = new double[points.size()][];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = charts.at(points.points()[p]);
    }
    return new Sample(rows, points.weights(), error);
  }

  /**
   * Points with their charts.
   *
   * @param points in ambient coordinates
   * @param field that gave them, for messages
   * @throws InputException if one does not lie on the manifold
   */
  public double[][] located(double[][] points, String field) {
    double[][] rows = new double[points.length][];
    for (int p = 0; p < points.length; p++) {
      rows[p] = located(points[p], field + "[" + p + "]");
    }
    return rows;
  }

  /** The same of one point. */
  public double[] located(double[] x, String field) {
    if (x.length != charts.ambient()) {
      throw InputException.of(
          field, "has " + x.length + " numbers, " + charts.ambient() + " expected");
    }
    double[] on = charts.project(x);
    double distance = 0;
    for (int a = 0; a < x.length; a++) {
      distance = Math.hypot(distance, on[a] - x[a]);
    }
    if (!(distance <= NEAR * (1 + radius))) {
      throw InputException.of(
          field,
          "does not lie on the manifold"
              + (Double.isFinite(distance)
                  ? ": its distance is " + (float) distance + ", a point near is " + place(on)
                  : ""));
    }
    return charts.at(on);
  }
}
