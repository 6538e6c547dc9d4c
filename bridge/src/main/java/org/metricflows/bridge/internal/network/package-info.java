/**
 * Finite networks of a spec: their shape and first parameters.
 *
 * <pre>{@code
 * FiniteNetwork network = FiniteNetwork.of(spec.network(), inputs, outputs);
 * double[] theta = network.start().toArray();
 * }</pre>
 */
package org.metricflows.bridge.internal.network;
