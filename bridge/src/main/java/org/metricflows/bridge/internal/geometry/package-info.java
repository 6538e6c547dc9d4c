/**
 * The spaces that metrics flow on, and what each answers to the commands.
 *
 * <p>A spec states one space by a section of its name: a chart, a Lie group, a rotational sphere, a
 * variety. A {@link org.metricflows.bridge.internal.geometry.Geometry} reads such a spec and
 * answers: the problem to run, the flow equation, curvature, checks, points. {@link
 * org.metricflows.bridge.internal.geometry.Geometries} has them in one list; nothing else in the
 * project names one of them.
 *
 * <pre>{@code
 * SpecSource source = SpecSource.of(Path.of("spec.yaml"));
 * FlowDocument equations = Geometries.answer(source, "derive", Geometry::derivation);
 * Run run = Geometries.run(source, versions);
 * }</pre>
 *
 * <p>A command that a space does not answer is refused with the spaces that do, which the list
 * tells. A new space is a class here and a line in the list.
 */
package org.metricflows.bridge.internal.geometry;
