/**
 * Optimisers of many parameters θ: Adam on shuffled batches, and limited-memory BFGS on the whole.
 *
 * <p>An optimiser is a value; what it remembers is arrays of doubles that belong to the caller, who
 * can store them and go on later to the same bits. Orders of points come from a seed and the number
 * of the epoch alone.
 *
 * <pre>{@code
 * Adam adam = Adam.standard().withClip(5);
 * LearningRate rate = LearningRate.cosine(1e-3, 1e-5, epochs * batches.perEpoch());
 * double[] memory = adam.memory(theta.length);
 * for (Batch batch : batches.epoch(epoch)) {
 *   model.lossGradient(theta, batch, loss, gradient);
 *   adam.step(step, rate.at(step), gradient, theta, memory);
 *   step++;
 * }
 * }</pre>
 *
 * <p>A {@link org.metricflows.numeric.internal.training.Training} is an evolution like a flow: its
 * time counts epochs, each with one of the methods, and it goes on from any of its checkpoints.
 */
package org.metricflows.numeric.internal.training;
