package org.metricflows.numeric.internal.network;

/** Whether the outputs of a network come from one body. */
public enum OutputSharing {

  /** One body with several read-outs. */
  SHARED,

  /** For each output a network of its own, of the same shape. */
  INDEPENDENT
}
