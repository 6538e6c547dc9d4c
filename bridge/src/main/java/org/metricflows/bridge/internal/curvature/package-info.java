/**
 * Curvature for people: numbers at a point and closed forms of an explicit metric.
 *
 * <p>Both come from one derivation, {@link org.metricflows.symbolic.geometry.Curvature}: the
 * numbers from its compiled program, the closed forms from its lines brought to normal form.
 *
 * <pre>{@code
 * CurvatureReport report = CurvatureReport.of(spec.chart(), spec.metric());
 * CurvatureNumbers here = report.at("--at", 0.7, 0.3);
 * double r = here.number("scalar");
 * CurvatureFormulas formulas = report.formulas(Duration.ofSeconds(2));
 * formulas.lines().forEach(System.out::println);
 * }</pre>
 */
package org.metricflows.bridge.internal.curvature;
