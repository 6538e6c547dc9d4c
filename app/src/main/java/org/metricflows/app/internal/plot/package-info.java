/**
 * Figures: curves with axes, written as SVG and, for those who draw their own, as CSV.
 *
 * <pre>{@code
 * Figure figure =
 *     new Figure(
 *         "Learning curves",
 *         Axis.linear("epoch"),
 *         Axis.logarithmic("σ"),
 *         List.of(Series.line("network", epochs, sigma)));
 * String svg = SvgFigure.of(figure);
 * String csv = figure.toCsv();
 * }</pre>
 *
 * <p>Drawing is text: no fonts are measured, no toolkit is started. Points that an axis cannot
 * show, such as zeros on a logarithmic one, are left out.
 */
package org.metricflows.app.internal.plot;
