package org.metricflows.symbolic.geometry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/** Lines of a derivation that are written when they are first asked for. */
final class Lines {
  private final Derivation.Builder builder;
  private final Map<String, Expr> written = new HashMap<>();

  Lines(Derivation.Builder builder) {
    this.builder = builder;
  }

  /** What later lines should use for the name; the value's own lines are written before it. */
  Expr line(String name, String latex, Supplier<Expr> value) {
    Expr known = written.get(name);
    if (known == null) {
      known = builder.define(name, latex, value.get());
      written.put(name, known);
    }
    return known;
  }

  /** Indices as a person counts them. */
  static String digits(int... indices) {
    StringBuilder digits = new StringBuilder();
    for (int index : indices) {
      digits.append(index + 1);
    }
    return digits.toString();
  }
}
