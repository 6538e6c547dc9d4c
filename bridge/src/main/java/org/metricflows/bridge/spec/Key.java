package org.metricflows.bridge.spec;

import java.util.Optional;

/**
 * A key of a section, declared once: from it come its reading, its line in docs/spec.md, its part
 * of the schema, and what {@code metricflows explain} tells.
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
}
