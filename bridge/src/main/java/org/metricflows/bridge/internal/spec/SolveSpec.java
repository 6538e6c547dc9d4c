package org.metricflows.bridge.internal.spec;

/**
 * Solving for the optimum of a frozen kernel by Gauss and Newton's method.
 *
 * @param ridge λ of the penalty λ‖δ‖², in units of the mean of the residual kernel's diagonal
 * @param iterations the most steps
 * @param tolerance the relative gain of a step at which it is over
 */
public record SolveSpec(double ridge, int iterations, double tolerance) {}
