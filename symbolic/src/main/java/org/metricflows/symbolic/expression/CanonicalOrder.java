package org.metricflows.symbolic.expression;

import java.util.Comparator;
import java.util.List;

/** A total order of expressions: numbers, constants, symbols by name, then compound ones. */
final class CanonicalOrder implements Comparator<Expr> {

  static final CanonicalOrder INSTANCE = new CanonicalOrder();

  private CanonicalOrder() {}

  @Override
  public int compare(Expr a, Expr b) {
    if (a == b) {
      return 0;
    }
    int byKind = Integer.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    }
    if (a instanceof Rational p && b instanceof Rational q) {
      return p.compareTo(q);
    }
    if (a instanceof Constant p && b instanceof Constant q) {
      return p.compareTo(q);
    }
    if (a instanceof Symbol p && b instanceof Symbol q) {
      return p.name().compareTo(q.name());
    }
    if (a instanceof Call p && b instanceof Call q && p.function() != q.function()) {
      return p.function().compareTo(q.function());
    }
    return compareOperands(a.operands(), b.operands());
  }

  private int compareOperands(List<Expr> a, List<Expr> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int byOperand = compare(a.get(i), b.get(i));
      if (byOperand != 0) {
        return byOperand;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int kind(Expr e) {
    if (e instanceof Rational) {
      return 0;
    } else if (e instanceof Constant) {
      return 1;
    } else if (e instanceof Symbol) {
      return 2;
    } else if (e instanceof Power) {
      return 3;
    } else if (e instanceof Call) {
      return 4;
    } else if (e instanceof Product) {
      return 5;
    }
    return 6;
  }
}
