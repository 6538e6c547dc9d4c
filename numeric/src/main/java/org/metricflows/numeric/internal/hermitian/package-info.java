/**
 * Hermitian matrices: the small ones of metrics at points, and the large ones of sections.
 *
 * <p>A Hermitian h_ab̄ of m rows is m² real numbers, packed row by row in the order of {@link
 * org.metricflows.numeric.internal.hermitian.HermitianIndex}; columns of many points hold a number
 * each.
 *
 * <pre>{@code
 * HermitianIndex index = new HermitianIndex(2);        // h_11, Re h_12, Im h_12, h_22
 * double im = g[index.imaginary(0, 1)][point];         // Im g_12
 * }</pre>
 *
 * <p>What h is relative to a positive g = L L† does not depend on coordinates. Its components in
 * unitary frames are h' = L⁻¹ h L⁻† ({@link
 * org.metricflows.numeric.internal.hermitian.UnitaryFrames}), with |h'|² = tr(g⁻¹h g⁻¹h); its
 * eigenvalues are the λ with det(h − λ g) = 0 ({@link
 * org.metricflows.numeric.internal.hermitian.RelativeEigenvalues}):
 *
 * <pre>{@code
 * double least = new RelativeEigenvalues(3).smallest(g, fubiniStudy, point);   // g > 0 if positive
 * }</pre>
 *
 * <p>Large forms act on many vectors at a time, as the real [[A, −B], [B, A]] of A + iB, so that
 * their products are those of real matrices ({@link
 * org.metricflows.numeric.internal.hermitian.HermitianForm}). {@link
 * org.metricflows.numeric.internal.hermitian.Eigenvalues} is the one place where eigenvalues are
 * computed; how exact they are is told there.
 */
package org.metricflows.numeric.internal.hermitian;
