package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A section declared once, a line a key: from it come its reading, its writing and its
 * documentation.
 *
 * <pre>{@code
 * Codec<FeatureSpec> codec =
 *     Codec.of("features", WIDTH.of(FeatureSpec::width), SEED.of(FeatureSpec::seed));
 * Fields fields = codec.in(value);
 * Map<String, Object> tree = codec.write(spec);
 * }</pre>
 *
 * @param section its keys
 * @param lines in the order of files and of documentation
 * @param <R> the statement that the section makes
 */
record Codec<R>(Section section, List<Line<? super R>> lines) {

  Codec {
    lines = List.copyOf(lines);
  }

  private Codec(String name, List<Line<? super R>> lines) {
    this(new Section(name, keys(lines)), lines);
  }

  private static <R> List<Key<?>> keys(List<Line<? super R>> lines) {
    List<Key<?>> keys = new ArrayList<>();
    lines.forEach(line -> keys.add(line.key()));
    return keys;
  }

  @SafeVarargs
  static <R> Codec<R> of(String name, Line<? super R>... lines) {
    return new Codec<>(name, List.<Line<? super R>>of(lines));
  }

  /** The name of the section. */
  String name() {
    return section.name();
  }

  /** This, and behind it the keys of another, of a part of the statement. */
  <P> Codec<R> with(Codec<P> other, Function<R, P> part) {
    List<Line<? super R>> all = new ArrayList<>(lines);
    other.lines().forEach(line -> all.add(line.on(part)));
    return new Codec<>(name(), all);
  }

  /** This, and behind it the keys of another. */
  Codec<R> with(Codec<R> other) {
    return with(other, Function.identity());
  }

  /** This but for a key. */
  Codec<R> without(Key<?> key) {
    return new Codec<>(name(), lines.stream().filter(line -> !line.key().equals(key)).toList());
  }

  /** What a value of this section holds, every key known. */
  Fields in(Value value) {
    return section.in(value);
  }

  /** The section that reads back to the statement; keys that say nothing of it are left out. */
  Map<String, Object> write(R statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Line<? super R> line : lines) {
      line.tree().apply(statement).ifPresent(held -> tree.put(line.key().name(), held));
    }
    return tree;
  }

  /** This section in a statement that always has it. */
  <Q> Line<Q> of(Function<Q, ? extends R> part) {
    return key().as(statement -> write(part.apply(statement)));
  }

  /** This section in a statement that has it under a condition. */
  <Q> Line<Q> when(Predicate<Q> test, Function<Q, ? extends R> part) {
    return key().when(test, statement -> write(part.apply(statement)));
  }

  /** This section in a statement that may have it. */
  <Q> Line<Q> perhaps(Function<Q, Optional<R>> part) {
    return key().perhaps(statement -> part.apply(statement).map(this::write));
  }

  private Key<Value> key() {
    return Key.of(name(), Kind.section(section), "");
  }
}
