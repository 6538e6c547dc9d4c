package org.metricflows.bridge.internal.run;

import java.util.Map;
import org.metricflows.numeric.internal.flow.FlowProgress;

/**
 * Looks on, on the running thread and in the order of time, how a run gets on, and may hurry it.
 */
public interface RunWatcher {

  /** A record was made. */
  default void recorded(Map<String, Object> entries) {}

  /** A step was accepted. */
  default void stepped(FlowProgress progress) {}

  /** The run has come to where it can be carried on from, and kept what was due to be kept. */
  default void kept() {}

  /** Whether the run is to be broken off, so that the next such place is to be kept. */
  default boolean isStopping() {
    return false;
  }
}
