/**
 * Means over the random weights of a network, exactly.
 *
 * <p>With a polynomial activation a network is a polynomial in its weights, and so is its empirical
 * tangent kernel Σ_θ ∂_θf(x) ∂_θf(x'). Standard normal weights are independent, so the mean of a
 * monomial is the product of (e − 1)!! over its exponents e, zero if one is odd. That is compared
 * with the recursion of the symbolic layer: equal at every width for one hidden layer, and up to a
 * term in 1/n for two.
 *
 * <p>Both sides are, for one hidden layer, bilinear in the activation and continuous in mean
 * square, and polynomials are dense there: what holds for them holds for all activations.
 */
package org.metricflows.proofs.internal.wick;
