package org.metricflows.bridge.internal.run;

/**
 * What runs from 0 to the end of a run, and stands first in every record: the time {@code t}, or
 * whole numbers such as {@code epoch}.
 *
 * @param name its key in records
 * @param end its last value, unless the run stops before
 * @param whole whether it counts
 */
public record Clock(String name, double end, boolean whole) {

  /** The time of a flow. */
  public static Clock time(double end) {
    return new Clock("t", end, false);
  }

  /** Whole numbers of the given name. */
  public static Clock counting(String name, double end) {
    return new Clock(name, end, true);
  }

  /** What it shows, as a record carries it. */
  Number show(double time) {
    if (whole) {
      return (long) time;
    }
    return time;
  }
}
