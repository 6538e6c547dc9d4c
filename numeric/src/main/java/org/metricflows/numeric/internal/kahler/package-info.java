/**
 * The Ricci curvature of Kähler metrics at points, from series of their potentials.
 *
 * <p>Curvature needs two more derivatives of a potential than the metric does: R_cd̄ = −∂_c∂_d̄ log
 * det ∂∂̄K. Coordinates z(u) on the variety to second order ({@link
 * org.metricflows.numeric.internal.kahler.CoordinateSeries}) turn into series of features ({@link
 * org.metricflows.numeric.internal.kahler.FeatureSeries}), which go through a network ({@link
 * org.metricflows.numeric.internal.network.SeriesNetwork}), and the potential's series into
 * curvature:
 *
 * <pre>{@code
 * CoordinateSeries z = CoordinateSeries.of(sample, gradients, second);
 * double r = new RicciCurvature(z.space()).scalar(FubiniStudySeries.of(z), point);
 * }</pre>
 */
package org.metricflows.numeric.internal.kahler;
