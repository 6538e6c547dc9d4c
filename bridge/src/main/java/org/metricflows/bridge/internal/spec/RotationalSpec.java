package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Place;

/**
 * The spec of a rotationally symmetric metric, understood: Ricci flow of a sphere, or a steady
 * soliton along its radius.
 *
 * @param title a line of text, empty if there is none
 * @param dimension n
 * @param shape what the metric is
 * @param flow the equation, its times and its integrator; a soliton's time is its arc length
 */
public record RotationalSpec(String title, int dimension, Shape shape, FlowSpec flow)
    implements RunSpec {

  /** What the metric is. */
  public sealed interface Shape {
    /** Where what records carry of it is defined. */
    Place place();
  }

  /**
   * A sphere: lapse² dx² + radius² g_S over an interval.
   *
   * @param coordinate the name of x
   * @param interval from pole to pole, two constant formulas
   * @param radius a formula in x
   * @param lapse a formula in x
   * @param points of the grid
   * @param grid where they are
   * @param stopFraction the flow stops when the neck, or the whole, has shrunk to this fraction
   */
  public record Sphere(
      String coordinate,
      List<Formula> interval,
      Formula radius,
      Formula lapse,
      int points,
      Grid grid,
      double stopFraction)
      implements Shape {
    /** Copies its arguments. */
    public Sphere {
      interval = List.copyOf(interval);
    }

    @Override
    public Place place() {
      return Place.SPHERE;
    }
  }

  /** Where the points of a sphere are. */
  public enum Grid {
    /** In proportion to arc length. */
    EVEN("even"),
    /** In proportion to the distance from the narrowest neck, and its radius. */
    ADAPTIVE("adaptive");

    private final String label;

    Grid(String label) {
      this.label = label;
    }

    /** The name in specs. */
    public String label() {
      return label;
    }
  }

  /**
   * A steady soliton.
   *
   * @param tipCurvature the scalar curvature at the pole
   */
  public record Soliton(double tipCurvature) implements Shape {
    @Override
    public Place place() {
      return Place.SOLITON;
    }
  }

  @Override
  public Place place() {
    return shape.place();
  }

  @Override
  public Map<String, Object> toTree() {
    return RotationalReader.CODEC.write(this);
  }
}
