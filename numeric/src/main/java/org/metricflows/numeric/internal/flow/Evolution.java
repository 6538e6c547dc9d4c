package org.metricflows.numeric.internal.flow;

/**
 * What runs from a start to an end in legs, and can go on from the end of any of them to the same
 * bits: the integration of a flow, or a training.
 */
public interface Evolution {

  /** Runs from the start. */
  FlowResult run(FlowListener listener);

  /**
   * Goes on from a checkpoint of the same evolution. The listener is told what comes after it.
   *
   * @throws IllegalArgumentException if the checkpoint does not fit
   */
  FlowResult resume(FlowCheckpoint checkpoint, FlowListener listener);
}
