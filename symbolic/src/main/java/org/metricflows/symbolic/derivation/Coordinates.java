package org.metricflows.symbolic.derivation;

import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * What functions on a space are formulas of, and how these are differentiated along coordinates u¹
 * … u^d of a chart: the coordinates themselves, or what else is known of a point as a function of
 * them.
 */
public interface Coordinates {

  /** Coordinates of which formulas are functions. */
  static Coordinates of(List<Symbol> coordinates) {
    return new Plain(coordinates);
  }

  /** d. */
  int dimension();

  /** The symbols of formulas, in the order of the numbers that a point is given by. */
  List<Symbol> symbols();

  /** The symbols by whose values a point is named, the first of all. */
  default List<Symbol> names() {
    return symbols();
  }

  /** ∂f/∂u^i, with i counted from 0. */
  Expr differentiate(Expr f, int i);

  /**
   * Formulas in the coordinates.
   *
   * @param symbols u¹ … u^d
   */
  record Plain(List<Symbol> symbols) implements Coordinates {
    /** Copies its list. */
    public Plain {
      symbols = List.copyOf(symbols);
    }

    @Override
    public int dimension() {
      return symbols.size();
    }

    @Override
    public Expr differentiate(Expr f, int i) {
      return f.differentiate(symbols.get(i));
    }
  }
}
