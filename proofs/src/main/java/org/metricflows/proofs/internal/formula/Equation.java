package org.metricflows.proofs.internal.formula;

import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Two sides with the same free indices, and the LaTeX they were read from.
 *
 * @param latex the source
 */
public record Equation(Formula left, Formula right, String latex) {

  /**
   * Reads {@code left = right}.
   *
   * @throws FormulaException if the text is not one equation of this notation
   */
  public static Equation parse(String latex) {
    return new FormulaParser(latex).equation();
  }

  /**
   * The equation {@code name = value}.
   *
   * @param name a name of this notation
   */
  public static Equation of(String name, Expr value) {
    Formula right = Expressions.formula(value, Symbol::name);
    String latex = name + " = " + Dialect.LATEX.print(value);
    return new Equation(new FormulaParser(name).formula(), right, latex);
  }

  @Override
  public String toString() {
    return latex;
  }
}
