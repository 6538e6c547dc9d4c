package org.metricflows.bridge.internal.spec;

import java.util.Optional;
import java.util.function.Function;

/**
 * A key of a codec with what of a statement is written under it.
 *
 * @param key the key
 * @param tree maps, lists, texts, numbers and flags that read back to what the statement holds;
 *     empty where the key is left out
 * @param <R> the statement
 */
record Line<R>(Key<?> key, Function<R, Optional<?>> tree) {

  /** The same of a larger statement, by the part that holds it. */
  <Q> Line<Q> on(Function<Q, ? extends R> part) {
    return new Line<>(key, statement -> tree.apply(part.apply(statement)));
  }

  /** What is written in the other's way where there is nothing in this one. */
  <Q extends R> Line<Q> or(Line<Q> other) {
    return new Line<>(
        key,
        statement -> {
          Optional<?> mine = tree.apply(statement);
          return mine.isPresent() ? mine : other.tree().apply(statement);
        });
  }
}
