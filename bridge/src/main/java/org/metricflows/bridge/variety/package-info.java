/**
 * From a spec's variety to a sample: equations are read and checked, their derivations compiled,
 * and points drawn, taken from the spec, or read from a file.
 *
 * <pre>{@code
 * CompiledVariety quintic = CompiledVariety.of(variety, new Compiler());
 * VarietySample sample = quintic.sampler().draw(100_000, 0, 1);
 * }</pre>
 */
package org.metricflows.bridge.variety;
