package org.metricflows.bridge.internal.run;

import java.util.List;
import java.util.Map;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;

/**
 * Where a run stood.
 *
 * @param flow where its integration stood
 * @param records what has been observed so far, as in result.json
 * @param cpuSeconds processor time spent so far
 */
public record RunCheckpoint(
    FlowCheckpoint flow, List<Map<String, Object>> records, double cpuSeconds) {

  public RunCheckpoint {
    records = List.copyOf(records);
  }
}
