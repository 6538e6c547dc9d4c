/**
 * Numbers of Kähler metrics at points: eigenvalues of g relative to another Hermitian form, which
 * no choice of coordinates changes.
 *
 * <pre>{@code
 * double least = new RelativeEigenvalues(3).smallest(g, fubiniStudy, point);   // g > 0 if positive
 * }</pre>
 */
package org.metricflows.numeric.kahler;
