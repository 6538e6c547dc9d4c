/**
 * Assembles metric flows: a spec becomes compiled programs, a network or a kernel, and an initial
 * value problem.
 *
 * <pre>
 *   spec ──► background, loss ──► derivations ──► programs ─┐
 *        └─► architecture ──► network jets | frozen kernel ─┴─► OutputFlow ──► records
 * </pre>
 *
 * <p>A {@link org.metricflows.numeric.internal.gradient.OutputFlow} moves network outputs f (at
 * finite width through the parameters θ, at infinite width directly); a {@link
 * org.metricflows.bridge.internal.flow.MetricHead} reads the metric g = G(x, f) off them.
 *
 * <pre>{@code
 * Run run = Run.of(ChartProblem.of(spec), spec, versions);
 * RunResult result = run.in(folder);
 * }</pre>
 */
package org.metricflows.bridge.internal.flow;
