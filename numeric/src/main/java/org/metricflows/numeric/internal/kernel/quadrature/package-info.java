/**
 * Gaussian expectations of an activation and its derivatives, E[φ⁽ᵐ⁾(u) φ⁽ⁿ⁾(v)] for (u, v) ~ N(0,
 * [[p, r], [r, q]]), where no closed form is known.
 *
 * <p>Mehler's formula turns an integral over a plane into a sum over Hermite coefficients, each an
 * integral over a line that belongs to one point alone:
 *
 * <pre>
 *   E[f(u) g(v)] = Σ_n f_n(p) g_n(q) ρⁿ,   f_n(p) = E[f(√p s) h_n(s)],   ρ = r/√(pq)
 * </pre>
 *
 * with orthonormal h_n and s ~ N(0, 1). A {@link
 * org.metricflows.numeric.internal.kernel.quadrature.HermiteExpansion} holds the coefficients of φ,
 * φ', … at a variance, refined until they stand still; {@link
 * org.metricflows.numeric.internal.kernel.quadrature.MomentSums} adds them up for pairs and says
 * how far off the sum may be. E[tanh(u) tanh(v)] for p = 1, q = 2, r = 1/2:
 *
 * <pre>{@code
 * ActivationSeries tanh = new ActivationSeries((a, u) -> a.apply(Elementary.TANH, u), 0);
 * HermiteExpansion p = HermiteExpansion.of(tanh, 1, GaussianQuadrature.TRAPEZOIDAL);
 * HermiteExpansion q = HermiteExpansion.of(tanh, 2, GaussianQuadrature.TRAPEZOIDAL);
 * MomentSums sums = new MomentSums(List.of(List.of(0, 0)));
 * double error = sums.compute(p, q, 0.5);             // relative
 * double moment = sums.moment(0);
 * }</pre>
 */
package org.metricflows.numeric.internal.kernel.quadrature;
