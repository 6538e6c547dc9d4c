package org.metricflows.numeric.internal.gradient;

/** A gradient flow of network outputs, with what can be read off its state. */
public interface OutputFlow extends TangentOutputs, Descent {}
