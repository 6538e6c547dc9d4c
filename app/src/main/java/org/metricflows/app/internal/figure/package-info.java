/**
 * Figures of what runs and sweeps have found, drawn from their results.
 *
 * <p>{@link org.metricflows.app.internal.figure.RunFigures} reads result.json of one run, or of
 * several side by side, and draws what it finds there:
 *
 * <pre>
 *   learning-curves   σ at points held out; optima that were solved for are levels
 *   ntk-spectrum      eigenvalues of the metric tangent kernel, largest first, at both ends
 *   ntk-histogram     how many of them lie in each of equal factors
 *   ntk-evolution     its drift, alignment and effective rank
 *   locality          the factor gained in the loss by the distance from a training point
 *   loss, int_R2, …   observables that move, against time, by their names
 * </pre>
 *
 * <p>{@link org.metricflows.app.internal.figure.FigureFolder} writes them, each as SVG and as CSV:
 *
 * <pre>{@code
 * new FigureFolder(path).write(new RunFigures(results).all());
 * }</pre>
 */
package org.metricflows.app.internal.figure;
