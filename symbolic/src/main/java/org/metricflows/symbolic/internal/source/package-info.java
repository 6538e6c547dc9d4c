/**
 * Source that runs elsewhere by itself: a metric as a program of JAX, NumPy, C, Java or
 * Mathematica.
 *
 * <p>A {@link org.metricflows.symbolic.internal.source.SourceModel} is a function of a point in
 * steps. A step applies a derivation, a network with its parameters as numbers, or what finds the
 * patch of a point on a variety, to numbers of earlier steps; each {@link
 * org.metricflows.symbolic.internal.source.Language} writes the steps in its own way and brings
 * what is the same for all models as a resource. Networks take jets (value, first and second
 * derivatives), layer by layer
 *
 * <pre>
 *   z = W h + b,   σ(z),   ∂_p σ = σ' ∂_p z,   ∂_k σ = σ' ∂_k z + σ'' Σ c ∂_p z ∂_q z
 * </pre>
 *
 * <p>where the sum says what the k-th second derivative is: ∂_i∂_j of a chart, the real numbers of
 * ∂_a∂_b̄ of a variety.
 *
 * <pre>{@code
 * String python = Language.NUMPY.write(model, "Metric");
 * }</pre>
 */
package org.metricflows.symbolic.internal.source;
