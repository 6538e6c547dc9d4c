package org.metricflows.bridge.internal.spec;

import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/**
 * A formula of a spec.
 *
 * @param text as written
 * @param value as understood
 */
public record Formula(String text, Expr value) {
  /** Formulas as written. */
  static List<String> texts(List<Formula> formulas) {
    return formulas.stream().map(Formula::text).toList();
  }
}
