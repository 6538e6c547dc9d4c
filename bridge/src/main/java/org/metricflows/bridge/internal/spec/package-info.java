/**
 * The spec: one YAML (or JSON) file that states a metric flow.
 *
 * <p>One of the sections {@code chart}, {@code lie_algebra}, {@code rotational}, {@code variety}
 * says what space it is about; each has a record of its own, a {@link
 * org.metricflows.bridge.internal.spec.RunSpec}.
 *
 * <p>Reading goes in two steps. {@link org.metricflows.bridge.internal.spec.SpecSource} is the file
 * as written, a tree that remembers every line, over which {@code --set a.b=value} lays single
 * values. {@link org.metricflows.bridge.internal.spec.Spec} is the spec understood: immutable
 * records, every value checked, every default filled in, alternatives as sealed types.
 *
 * <pre>{@code
 * Spec spec =
 *     SpecSource.of(Path.of("ricci.yaml"))
 *         .with("network.seed=3")
 *         .read(Purpose.RUN);
 * int d = spec.chart().dimension();
 * Files.writeString(folder.resolve("spec.yaml"), spec.toYaml());
 * }</pre>
 *
 * <p>Files that a spec names (points, parameters) are read at once and their numbers take the
 * name's place, so that {@code toYaml()} needs no other file to be read back to an equal spec.
 *
 * <p>A section is declared once, as a codec: a line a key, with what the key may hold, its default,
 * its meaning, and what of the record is written under it. Reading, {@code toYaml()}, the tables of
 * docs/spec.md and the schema for editors all come from the lines, so that no key is read that is
 * not written and told:
 *
 * <pre>{@code
 * static final Codec<SolveSpec> SOLVE =
 *     Codec.of(
 *         "solve",
 *         RIDGE.of(SolveSpec::ridge),
 *         ITERATIONS.of(SolveSpec::iterations),
 *         TOLERANCE.of(SolveSpec::tolerance));
 * Fields fields = SOLVE.in(value);
 * Map<String, Object> tree = SOLVE.write(spec);
 * }</pre>
 *
 * <p>Whatever is wrong is a {@link org.metricflows.symbolic.InputException} with one sentence: file
 * and line, the field as a dotted path, the value seen and what is allowed. A misspelt key is never
 * ignored; a key whose feature this version lacks is refused with those words.
 *
 * <p>{@code compare} holds variants of the spec, each a few values under their dotted paths:
 *
 * <pre>{@code
 * network: {width: infinite, hidden_layers: 2, activation: erf}
 * compare:
 *   infinite: {network.width: infinite}
 *   width-256: {network.width: 256}
 * }</pre>
 *
 * <p>{@link org.metricflows.bridge.internal.spec.SpecSource#variants()} gives them as specs of
 * their own.
 *
 * <p>{@code sweep} holds lists of values under dotted paths, {@link
 * org.metricflows.bridge.internal.spec.SpecSource#sweep()} the specs of their product:
 *
 * <pre>{@code
 * sweep: {network.width: [16, 32, 64], network.seed: [1, 2, 3]}
 * reference: {network.width: infinite}
 * measure: [loss, metric_distance]
 * }</pre>
 */
package org.metricflows.bridge.internal.spec;
