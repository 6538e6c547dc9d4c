/**
 * Reports: a page about finished runs, in one file of HTML that needs nothing else.
 *
 * <pre>{@code
 * Report report = Report.of(List.of(Path.of("runs/ricci-torus")));
 * report.write(Path.of("report.html"));
 * }</pre>
 *
 * <p>A report is a row of chapters, each made of what the run's folder holds and of what the space
 * of its spec answers (equation, checks); a chapter that finds nothing is left out. None asks which
 * space it is: a field of two coordinates is a map, one of one coordinate a profile, a number of
 * records a curve, each with the formula and unit that the vocabulary knows.
 *
 * <p>Whatever a spec says gets into the page through {@link
 * org.metricflows.app.internal.report.Html}, which escapes it. The page's script is its own:
 * page.js, colours.js, map.js and surface.js beside the classes.
 */
package org.metricflows.app.internal.report;
