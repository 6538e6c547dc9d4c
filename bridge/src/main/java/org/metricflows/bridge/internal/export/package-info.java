/**
 * What specs and runs can be written as source of: the programs that are derived from a spec, and
 * the metric of a network as a function of the point.
 *
 * <pre>{@code
 * Exports exports = Geometries.answer(source, "export", Geometry::export);
 * String program = Language.NUMPY.write(exports.program("--program", "curvature"), "Curvature");
 * }</pre>
 *
 * <p>The model of a run is that of its spec with {@code network.parameters} set to its folder.
 */
package org.metricflows.bridge.internal.export;
