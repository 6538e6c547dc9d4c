package org.metricflows.bridge.internal.run;

import java.util.List;
import java.util.Map;
import org.metricflows.numeric.internal.flow.FlowResult;

/**
 * A flow that has ended, with its observations.
 *
 * @param result how and where it ended
 * @param records a map of observables per recorded time, {@code t} first
 * @param cpuSeconds processor time, sessions before a resumption included
 */
public record RunOutcome(FlowResult result, List<Map<String, Object>> records, double cpuSeconds) {

  public RunOutcome {
    records = List.copyOf(records);
  }
}
