/**
 * The project as a library: flows, curvature, kernels and Calabi–Yau trainings in a few types.
 *
 * <p>A metric flow is a {@link org.metricflows.bridge.library.Space} (where the points are), a
 * model (a {@link org.metricflows.bridge.library.Network} on a background) and a drive (a loss, or
 * Ricci flow):
 *
 * <pre>{@code
 * Chart chart = Chart.of("x", "y");
 * Metric background = chart.metric("1 + 0.3*x^2", "0.1*x*y", "1 + 0.2*cos(y)");
 * double[][] points = {{0.1, 0.2}, {-0.4, 0.3}, {0.5, -0.6}};
 * Result result =
 *     MetricFlow.on(chart.points(points))
 *         .metric(background)
 *         .network(Network.of("erf", 64, 64).seed(3))
 *         .loss(Loss.ricci())
 *         .run(Times.of(0, 0.05, 0.1));
 * double[][] g = result.at(0.1).metric(0);
 * double[] losses = result.series("loss");
 * }</pre>
 *
 * <p>Open to what is yours: a {@link org.metricflows.symbolic.loss.Loss} (a density in the metric's
 * curvature, differentiated and compiled like the others), an activation (a formula in {@code u}),
 * a {@link org.metricflows.bridge.library.Space} (points and weights), a {@link
 * org.metricflows.bridge.library.Observer} (what records carry besides). Everything is immutable;
 * the same flow gives the same bits, whatever the number of threads.
 *
 * <p>What cannot be is an {@link org.metricflows.symbolic.InputException} that names the part.
 */
package org.metricflows.bridge.library;
