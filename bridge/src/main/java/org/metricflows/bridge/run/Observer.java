package org.metricflows.bridge.run;

import java.util.Map;
import org.metricflows.numeric.flow.FlowRecord;

/** Computes what a record carries, from the state at its time. */
@FunctionalInterface
public interface Observer {

  /**
   * Entries by name, in the order in which to write them: numbers, arrays, lists or maps. The time
   * {@code t} is added by the run, and {@link Run#CPU_SECONDS} filled in.
   */
  Map<String, Object> observe(FlowRecord record);
}
