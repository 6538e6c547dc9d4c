package org.metricflows.app.internal.plot;

import java.util.Arrays;

/**
 * A curve.
 *
 * @param name what the legend says
 * @param x of each point
 * @param y of each point
 * @param errors the half length of the bar at each point; empty for none
 * @param mark how it is drawn
 */
@SuppressWarnings("ArrayRecordComponent") // read by the writers of this package alone
public record Series(String name, double[] x, double[] y, double[] errors, Mark mark) {

  /** How a curve is drawn. */
  public enum Mark {
    /** A line with a dot at each point, where there are not too many. */
    LINE,
    /** A dashed line without dots. */
    DASHED,
    /** Dots alone. */
    DOTS,
    /** Columns from the axis up, each from its x to the next; the last point ends the last one. */
    COLUMNS
  }

  /**
   * @throws IllegalArgumentException if there are more of one coordinate than of the other
   */
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series: '" + name + "' has " + x.length + " x and " + y.length + " y");
    }
    if (errors.length != 0 && errors.length != y.length) {
      throw new IllegalArgumentException(
          "series: '" + name + "' has " + errors.length + " errors and " + y.length + " y");
    }
  }

  /** A line with dots. */
  public static Series line(String name, double[] x, double[] y) {
    return new Series(name, x, y, new double[0], Mark.LINE);
  }

  /** A dashed line. */
  public static Series dashed(String name, double[] x, double[] y) {
    return new Series(name, x, y, new double[0], Mark.DASHED);
  }

  /** Dots without a line. */
  public static Series dots(String name, double[] x, double[] y) {
    return new Series(name, x, y, new double[0], Mark.DOTS);
  }

  /** Columns over the spaces between edges, of which there is one more. */
  public static Series columns(String name, double[] edges, double[] heights) {
    double[] y = Arrays.copyOf(heights, edges.length);
    return new Series(name, edges, y, new double[0], Mark.COLUMNS);
  }

  /** The same with a bar at each point from y − e to y + e; NaN for none. */
  public Series withErrors(double... half) {
    return new Series(name, x, y, half, mark);
  }

  boolean hasErrors() {
    return errors.length > 0;
  }

  /** The least height of the bar at a point that an axis can show, or the point's own. */
  double low(int i, Axis axis) {
    return hasErrors() && axis.shows(y[i] - errors[i]) ? y[i] - errors[i] : y[i];
  }

  /** The greatest height of the bar at a point, or the point's own. */
  double high(int i) {
    return hasErrors() && Double.isFinite(errors[i]) ? y[i] + errors[i] : y[i];
  }
}
