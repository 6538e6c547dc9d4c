/**
 * Kernels of infinitely wide networks in closed form.
 *
 * <p>An activation φ enters the recursion of the NNGP kernel K and of the neural tangent kernel Θ
 * through two functions of the variances p, q and the covariance r of a Gaussian pair (u, v):
 *
 * <pre>
 *   κ(p, q, r) = E[φ(u) φ(v)],   κ̇(p, q, r) = E[φ'(u) φ'(v)] = ∂κ/∂r   (Price's theorem)
 * </pre>
 *
 * <p>{@link org.metricflows.symbolic.internal.kernel.Dual} knows them for erf, sin, cos, exp, the
 * Gaussian and gelu, all of them also scaled as a φ(b u), for polynomials and for piecewise-linear
 * activations such as relu; every other smooth activation is left to quadrature. {@link
 * org.metricflows.symbolic.internal.kernel.KernelDerivation} writes out the layers of a network,
 * one named line a kernel: expanded into one formula, two layers are already unreadable.
 *
 * <pre>{@code
 * Dual dual = Dual.of(Expr.sin(Expr.symbol("u")));
 * KernelDerivation.of(dual, 2, 3, Rational.of(1), Rational.ZERO).lines().forEach(System.out::println);
 * }</pre>
 */
package org.metricflows.symbolic.internal.kernel;
