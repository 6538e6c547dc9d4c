/**
 * Specs with the section {@code rotational}: runs, and curvature in formulas and numbers.
 *
 * <pre>
 *   flow.equation: ricci             a sphere lapse² dx² + radius² g_S on a grid, to the edge of a pinch
 *   flow.equation: steady-soliton    Hamilton's cigar or Bryant's soliton along its arc length
 * </pre>
 *
 * A {@link org.metricflows.bridge.internal.rotational.SphereProblem} writes the formulas of a spec
 * as the start of a {@link org.metricflows.numeric.internal.rotational.SphereFlow}, whatever their
 * coordinate, and refuses what is not a smooth sphere. It stops where a neck, the whole sphere or
 * the grid's resolution has come to its end, and brackets the time of a pinch. A {@link
 * org.metricflows.bridge.internal.rotational.SolitonProblem} integrates outward from the pole; the
 * first integral R + f'² measures its error. {@link
 * org.metricflows.bridge.internal.rotational.RotationalCurvature} tells the curvature of either.
 *
 * <pre>{@code
 * RunResult result = Run.of(SphereProblem.of(spec), spec, versions).in(folder);
 * }</pre>
 */
package org.metricflows.bridge.internal.rotational;
