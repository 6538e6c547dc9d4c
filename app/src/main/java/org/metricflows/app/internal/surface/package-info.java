/**
 * Metrics of dimension two as surfaces in space.
 *
 * <p>A metric a(u)² du² + r(u)² dφ² is that of a surface of revolution with radius r and height z
 * where z'² = a² − r'² is not negative: {@link org.metricflows.app.internal.surface.Embedding}. The
 * round sphere, r = sin s, comes out as one:
 *
 * <pre>
 * Profile sphere = Embedding.sphere(Math.PI, sines, ones, ones).orElseThrow();
 * </pre>
 *
 * <p>{@link org.metricflows.app.internal.surface.RunSurface} finds the surface of a run: of a
 * rotationally symmetric sphere (of higher dimension, of a cut through its poles), or of a torus
 * whose metric depends on one of two coordinates.
 */
package org.metricflows.app.internal.surface;
