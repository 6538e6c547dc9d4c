/**
 * Flows as films, from the fields of a run: animated GIF and SVG that moves by itself.
 *
 * <pre>{@code
 * Animation.write(StoredRun.of(Path.of("runs/pinch")), "--animation", Path.of("pinch.gif"));
 * }</pre>
 *
 * <p>A frame is a list of polygons, hindmost first. {@link
 * org.metricflows.app.internal.surface.RunSurface}'s surface is seen from one side, all times in
 * one scale; a metric that is no such surface is a map of its curvature, with the ellipses that it
 * takes for circles.
 */
package org.metricflows.app.internal.animation;
