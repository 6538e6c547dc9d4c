package org.metricflows.numeric.internal.flow;

/**
 * How far an integration has come.
 *
 * @param time t at the end of the last accepted step
 * @param fraction (t − t₀)/(T − t₀)
 * @param steps accepted steps
 * @param evaluations calls of the right-hand side
 */
public record FlowProgress(double time, double fraction, long steps, long evaluations) {}
