package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** The keys of one section: every key present is known, or the section is refused. */
final class Fields {
  private final Value section;
  private final Node.Mapping mapping;

  Fields(Value section, Node.Mapping mapping, List<String> known) {
    this.section = section;
    this.mapping = mapping;
    for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw at(entry.getKey()).error("unknown key; " + Suggestion.ending(entry.getKey(), known));
      }
    }
  }

  private Value at(String key) {
    return new Value(mapping.entries().get(key), section.below(key));
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** The value of a key that must be there. */
  Value get(String key) {
    if (!has(key)) {
      throw missing(key, "");
    }
    return at(key);
  }

  /** What a key holds, or its default. */
  <T> T get(Key<T> key) {
    return find(key).or(key::fallback).orElseThrow(() -> missing(key.name(), ""));
  }

  /** What a key holds, if it is there. */
  <T> Optional<T> find(Key<T> key) {
    return find(key.name()).map(key.kind().reader());
  }

  InputException missing(String key, String why) {
    return mapping
        .location()
        .error(section.below(key), "is missing" + (why.isEmpty() ? "" : "; " + why));
  }

  Optional<Value> find(String key) {
    return has(key) ? Optional.of(at(key)) : Optional.empty();
  }

  <T> T get(String key, T fallback, Function<Value, T> reader) {
    return find(key).map(reader).orElse(fallback);
  }

  /** Refuses a key that has no meaning beside what else is there. */
  void refuse(String key, String why) {
    if (has(key)) {
      throw at(key).error(why);
    }
  }
}
