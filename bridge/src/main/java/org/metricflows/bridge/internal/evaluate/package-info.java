/**
 * The metric of a run's state as a function of the point: asked for where a user wants it, by the
 * programs that the run was made of.
 *
 * <p>Each space has an {@link org.metricflows.bridge.internal.evaluate.Evaluation}; it is made from
 * a spec, and takes the state that a run has left:
 *
 * <pre>{@code
 * FinishedRun run = FinishedRun.of(Path.of("runs/quintic"));
 * Evaluation evaluation = Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
 * Evaluated at = evaluation.at(run.state(), points, List.of("metric", "scalar"));
 * Tensor g = at.arrays().get("metric");                     // [point][i][j]
 * }</pre>
 *
 * <p>Points may also be drawn, by the space's own measure; then there are integrals as well, Σ_a
 * w_a F(x_a) with their standard errors.
 */
package org.metricflows.bridge.internal.evaluate;
