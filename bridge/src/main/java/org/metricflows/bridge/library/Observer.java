package org.metricflows.bridge.library;

/** Something of one's own that records carry. */
@FunctionalInterface
public interface Observer {

  /**
   * The value at a record, from what it carries already: its time, the metric at every point, the
   * loss.
   */
  double observe(Recorded record);
}
