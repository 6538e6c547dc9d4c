/**
 * Losses L[g] = Σ_a w_a ℓ(x_a; g, ∂g, ∂²g) and their variation in jet form.
 *
 * <p>A {@link org.metricflows.symbolic.loss.Loss} writes its density ℓ as lines over the jets of a
 * general metric. A {@link org.metricflows.symbolic.loss.JetLoss} puts an ansatz in front of it, so
 * that the program's inputs are the jets of the network's outputs at one point, and differentiates
 * by reverse accumulation: its outputs are w ℓ and ∂(w ℓ)/∂(∂^β f_c), the source that a metric flow
 * convolves with the kernel's jets.
 *
 * <pre>{@code
 * JetLoss ricci = JetLoss.of(ChartAnsatz.ADDITIVE, new RicciLoss(), 2);
 * ricci.gradient();     // f-jets, reference jets, weight ↦ w ℓ and its derivatives
 * }</pre>
 */
package org.metricflows.symbolic.loss;
