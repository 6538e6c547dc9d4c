/**
 * Finite networks: their output jets at points, the gradient of a loss of those jets by all
 * parameters, and the empirical tangent kernel.
 *
 * <p>A layer is z = W h + b with the parametrisation's scales, h = σ(z) between layers. A jet
 * (value, first and second derivatives by the inputs x) passes a layer coefficient by coefficient,
 * since the layer is affine, and an activation by the chain rule:
 *
 * <pre>
 *   ∂ᵢσ(z) = σ′ zᵢ,      ∂ᵢⱼσ(z) = σ″ zᵢ zⱼ + σ′ zᵢⱼ
 * </pre>
 *
 * All points' coefficients together are the rows of one matrix, so a layer is one matrix product,
 * and the way back (from ∂L/∂jets to ∂L/∂θ) two: nothing is unrolled, and no derivative is
 * approximated.
 *
 * <p>Jets are those of a {@link org.metricflows.numeric.internal.batch.JetBasis}: derivatives by
 * real coordinates, or the Hermitian ones of Kähler geometry. Inputs are the coordinates, or
 * features that come with jets of their own along a space ({@link
 * org.metricflows.numeric.internal.network.FeatureJets}). A {@link
 * org.metricflows.numeric.internal.network.JetModel} works on batches of points; it is the network,
 * or its linearisation at a start.
 *
 * <p>Where four derivatives are needed, forward only, a {@link
 * org.metricflows.numeric.internal.network.SeriesNetwork} takes power series through the same
 * layers.
 *
 * <p>What an activation is this package does not know: an {@link
 * org.metricflows.numeric.internal.network.Activation} hands in σ, σ′, σ″, σ‴ as a compiled map.
 * What a loss is it does not know either: a {@link
 * org.metricflows.numeric.internal.network.JetLoss} is shown blocks of points with their jets, and
 * answers with its share and its derivatives.
 *
 * <pre>{@code
 * NetworkShape shape =
 *     new NetworkShape(2, List.of(64, 64), 3, Parametrization.NTK, 1.2, 0.2, OutputSharing.SHARED);
 * double[] theta = NetworkParameters.draw(shape, 1).toArray();
 * JetNetwork network = JetNetwork.of(shape, activation, points, 2, Parallel.common());
 * double[] gradient = new double[theta.length];
 * double loss = network.lossGradient(theta, jetLoss, gradient);
 * }</pre>
 */
package org.metricflows.numeric.internal.network;
