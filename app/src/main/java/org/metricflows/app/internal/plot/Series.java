package org.metricflows.app.internal.plot;

/**
 * A curve.
 *
 * @param name what the legend says
 * @param x of each point
 * @param y of each point
 * @param mark how it is drawn
 */
@SuppressWarnings("ArrayRecordComponent") // read by the writers of this package alone
public record Series(String name, double[] x, double[] y, Mark mark) {

  /** How a curve is drawn. */
  public enum Mark {
    /** A line with a dot at each point, where there are not too many. */
    LINE,
    /** A dashed line without dots. */
    DASHED
  }

  /**
   * @throws IllegalArgumentException if there are more of one coordinate than of the other
   */
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series: '" + name + "' has " + x.length + " x and " + y.length + " y");
    }
  }

  /** A line with dots. */
  public static Series line(String name, double[] x, double[] y) {
    return new Series(name, x, y, Mark.LINE);
  }

  /** A dashed line. */
  public static Series dashed(String name, double[] x, double[] y) {
    return new Series(name, x, y, Mark.DASHED);
  }
}
