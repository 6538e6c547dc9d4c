/**
 * Closed manifolds: what a spec's section {@code manifold} and its sample become, points that come
 * with their charts.
 *
 * <p>A closed manifold is a submanifold of R^N. Networks and formulas are functions of the ambient
 * coordinates, smooth on all of it, and each point has a chart of its own ({@link
 * org.metricflows.numeric.internal.submanifold.EmbeddedCharts}). A point's numbers are X, ∂X, ∂∂X,
 * ∂∂∂X there, which {@link org.metricflows.symbolic.geometry.EmbeddedChart} has as symbols: with
 * derivatives along the chart as total ones, all that is derived and compiled for charts serves
 * here as it is.
 *
 * <pre>{@code
 * Submanifold sphere = Submanifold.of(manifoldSpec);
 * Submanifold.Sample sample = sphere.sample(new SampleSpec.Rule(20));
 * sample.points();                       // rows of X, X_i, X_ij, X_ijk
 * }</pre>
 */
package org.metricflows.bridge.internal.manifold;
