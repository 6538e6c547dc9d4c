package org.metricflows.numeric.internal.kernel;

/**
 * The kernels of one pair of points and their derivatives.
 *
 * @param space which coefficients, in which order
 * @param nngp ∂_x^α ∂_x'^β K, plain derivatives
 * @param ntk ∂_x^α ∂_x'^β Θ, plain derivatives
 * @param errorEstimate relative error that quadrature leaves in the kernels and their derivatives,
 *     each relative to the largest of the same orders; zero for closed forms
 */
@SuppressWarnings("ArrayRecordComponent") // freshly made for the caller, who owns them
public record PairJets(BiJetSpace space, double[] nngp, double[] ntk, double errorEstimate) {}
