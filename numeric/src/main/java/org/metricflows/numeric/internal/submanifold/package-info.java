/**
 * Closed submanifolds of R^N, the regular zero sets of polynomials: charts around points, and
 * points with weights.
 *
 * <p>Around each point x₀ the graph over the tangent space is a chart,
 *
 * <pre>
 *   X(u) = x₀ + E u + n(u),     F(X(u)) = 0,     n normal, n(0) = ∂n(0) = 0
 * </pre>
 *
 * with an orthonormal frame E of the tangent space. {@link
 * org.metricflows.numeric.internal.submanifold.EmbeddedCharts} solves for n to third order, which
 * is what the curvature of a metric g_ij = ∂_iX^a ∂_jX^b F_ab(X) takes.
 *
 * <p>Integrals over the volume that R^N induces are sums over a {@link
 * org.metricflows.numeric.internal.submanifold.PointSet}: product rules, exact on polynomials of a
 * degree, on spheres and tori of revolution; on any other where {@link
 * org.metricflows.numeric.internal.submanifold.RandomPlanes} meet it, uniform by integral geometry.
 *
 * <pre>{@code
 * PointSet rule = ProductRule.ellipsoid(20, 1, 1, 1);
 * EmbeddedCharts charts = new EmbeddedCharts(List.of(polynomial));
 * double[] jet = charts.at(rule.points()[0]);          // X, X_i, X_ij, X_ijk
 * }</pre>
 */
package org.metricflows.numeric.internal.submanifold;
