package org.metricflows.numeric.internal.flow;

import java.util.List;

/** The records of an integration and how it ended. */
public record Trajectory(List<FlowRecord> records, FlowResult result) {

  public Trajectory {
    records = List.copyOf(records);
  }
}
