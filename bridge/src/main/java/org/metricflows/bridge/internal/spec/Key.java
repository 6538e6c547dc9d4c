package org.metricflows.bridge.internal.spec;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A key of a section, declared once: from it come its reading, its writing, its line in
 * docs/spec.md, its part of the schema, and what {@code metricflows explain} tells.
 *
 * <p>A codec is made of keys that know what of a statement they hold: {@code of} takes it as the
 * key's kind reads it, {@code as}, {@code when} and {@code perhaps} as the tree that is written,
 * for keys whose value the reader of the section looks into itself.
 *
 * @param name the key
 * @param kind what it may hold
 * @param fallback what is meant where it is not there; empty where it must be, or where its absence
 *     means something of its own
 * @param shown the default as documentation shows it, empty for none
 * @param meaning one line of Markdown
 * @param <T> what is read
 */
record Key<T>(String name, Kind<T> kind, Optional<T> fallback, String shown, String meaning) {

  /** A key without a default. */
  static <T> Key<T> of(String name, Kind<T> kind, String meaning) {
    return new Key<>(name, kind, Optional.empty(), "", meaning);
  }

  /** A key with a default. */
  static <T> Key<T> of(String name, Kind<T> kind, T fallback, String shown, String meaning) {
    return new Key<>(name, kind, Optional.of(fallback), shown, meaning);
  }

  /** The same where documentation tells what happens without it. */
  Key<T> without(String told) {
    return new Key<>(name, kind, fallback, told, meaning);
  }

  /** Holding what the statement has, always. */
  <R> Line<R> of(Function<R, ? extends T> held) {
    return as(statement -> kind.writer().apply(held.apply(statement)));
  }

  /** Holding what statements of one class have, and left out of others. */
  <S> Line<Object> of(Class<S> type, Function<S, ? extends T> held) {
    return as(type, statement -> kind.writer().apply(held.apply(statement)));
  }

  /** Holding a tree, always. */
  <R> Line<R> as(Function<R, ?> tree) {
    return perhaps(statement -> Optional.of(tree.apply(statement)));
  }

  /** Holding a tree of statements of one class, and left out of others. */
  <S> Line<Object> as(Class<S> type, Function<S, ?> tree) {
    return when(type::isInstance, statement -> tree.apply(type.cast(statement)));
  }

  /** Holding a tree under a condition, and left out without it. */
  <R> Line<R> when(Predicate<R> test, Function<R, ?> tree) {
    return perhaps(
        statement -> test.test(statement) ? Optional.of(tree.apply(statement)) : Optional.empty());
  }

  /** Holding a tree, if there is one. */
  <R> Line<R> perhaps(Function<R, ? extends Optional<?>> tree) {
    return new Line<>(this, tree::apply);
  }

  /** Another way to say what is written under other keys. */
  Line<Object> onlyRead() {
    return perhaps(statement -> Optional.empty());
  }
}
