/**
 * From a spec's variety to a sample: equations are read and checked, their derivations compiled,
 * and points drawn, taken from the spec, or read from a file.
 *
 * <pre>{@code
 * VarietySampling spec = SpecSource.of(Path.of("quintic.yaml")).readSampling();
 * VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), new Compiler());
 * SampleFile.write(Path.of("quintic.npz"), sample);
 * }</pre>
 *
 * <p>A variety on which a singular point is found is refused with it, as are given points off the
 * variety. Without a spec:
 *
 * <pre>{@code
 * CompiledVariety quintic = CompiledVariety.of(variety, new Compiler());
 * VarietySample sample = quintic.sampler().draw(100_000, 0, 1);
 * }</pre>
 */
package org.metricflows.bridge.internal.variety;
