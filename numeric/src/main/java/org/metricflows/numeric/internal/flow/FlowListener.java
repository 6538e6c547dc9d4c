package org.metricflows.numeric.internal.flow;

/** Is told, on the integrating thread and in the order of time, what an integration produces. */
public interface FlowListener {

  /** A scheduled record, or the state at which the flow stopped. */
  default void recorded(FlowRecord record) {}

  /** An accepted step. */
  default void stepped(FlowProgress progress) {}

  /** A place from where {@link FlowIntegration#resume} can go on. */
  default void legEnded(FlowCheckpoint checkpoint) {}
}
