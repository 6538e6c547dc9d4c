/**
 * Fields on periodic grids, with Fourier derivatives.
 *
 * <p>On a torus a smooth field is a short sum of waves, f = Σ_k c_k e^{ikx}; its derivatives are
 * products with powers of ik, and its convolution with the heat kernel a product with
 * e^{−ℓ²|k|²/2}. The error of a grid of n points an axis falls faster than any power of 1/n.
 *
 * <pre>{@code
 * PeriodicGrid grid = PeriodicGrid.of(new int[] {32, 32}, new double[] {2 * Math.PI, 2 * Math.PI});
 * LocalFlow flow = new LocalFlow(grid, heat, 0, initial, Parallel.common());
 * }</pre>
 *
 * <p><b>2/3 rule.</b> A product of fields has waves that the grid mistakes for slower ones. Only
 * the modes |m| &lt; n/3 of an axis are kept; what a product of two of them aliases to is dropped.
 *
 * <p><b>Intervals.</b> Functions on [0, π] that are even about both ends have cosine series, on a
 * {@link org.metricflows.numeric.internal.spectral.CosineGrid}, or on a {@link
 * org.metricflows.numeric.internal.spectral.ConcentratedGrid} whose points are dense about one
 * place.
 *
 * <p><b>Packing.</b> Two real fields a, b travel as a + ib through one complex transform; operators
 * that map real fields to real fields act on both at once.
 *
 * <p><b>Adjoint.</b> {@link org.metricflows.numeric.internal.spectral.SpectralOperators#adjoint} is
 * minus or plus the derivatives again, integration by parts without boundary: it makes the Euler
 * operator δL/δf = Σ_β (−1)^|β| ∂^β(∂ℓ/∂(∂^β f)) of a density's derivatives by jets.
 */
package org.metricflows.numeric.internal.spectral;
