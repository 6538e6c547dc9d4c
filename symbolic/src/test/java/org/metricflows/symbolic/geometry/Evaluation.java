package org.metricflows.symbolic.geometry;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Values of all lines of a derivation at a point, line by line. */
final class Evaluation {
  private final Map<Symbol, Double> values;

  Evaluation(Derivation program, Map<Symbol, Double> inputs) {
    values = new HashMap<>(inputs);
    for (Definition line : program.lines()) {
      values.put(line.name(), Numbers.evaluate(line.value(), values));
    }
  }

  double of(Expr e) {
    return Numbers.evaluate(e, values);
  }

  /** Additions, multiplications, divisions and roots of all lines. */
  static int operations(Derivation program) {
    return program.lines().stream().mapToInt(l -> operations(l.value())).sum();
  }

  private static int operations(Expr e) {
    int inner = e.operands().stream().mapToInt(Evaluation::operations).sum();
    if (e instanceof Sum || e instanceof Product) {
      // a factor −1 is a subtraction
      boolean negation = e instanceof Product p && p.coefficient().equals(Expr.of(-1));
      return inner + e.operands().size() - (negation ? 2 : 1);
    }
    return e instanceof Power ? inner + 1 : inner;
  }
}
