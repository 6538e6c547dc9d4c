package org.metricflows.symbolic.internal.rational;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;

/**
 * Which of a sine and a cosine becomes the free generator, and which its root: 3 + cos u speaks for
 * the cosine, sin² u alone for the sine.
 */
final class Preference {
  private final Map<Expr, Integer> oddSummands = new HashMap<>();
  private final Set<Expr> calls = new HashSet<>();
  private final Set<Expr> seen = new HashSet<>();

  void add(Expr e) {
    if (!seen.add(e)) {
      return;
    }
    e.operands().forEach(this::add);
    if (e instanceof Call) {
      calls.add(e);
    } else if (e instanceof Sum sum) {
      sum.terms().forEach(this::weigh);
    }
  }

  private void weigh(Expr term) {
    for (Expr factor : term.operands().isEmpty() ? List.of(term) : term.operands()) {
      weighFactor(factor);
    }
    weighFactor(term);
  }

  private void weighFactor(Expr factor) {
    Expr base = factor;
    if (factor instanceof Power power
        && power.exponent() instanceof Rational n
        && n.isInteger()
        && n.numerator().testBit(0)) {
      base = power.base();
    }
    if (base instanceof Call) {
      oddSummands.merge(base, 1, Integer::sum);
    }
  }

  boolean prefers(Expr first, Expr second) {
    int difference = oddSummands.getOrDefault(first, 0) - oddSummands.getOrDefault(second, 0);
    return difference > 0 || (difference == 0 && calls.contains(first) && !calls.contains(second));
  }
}
