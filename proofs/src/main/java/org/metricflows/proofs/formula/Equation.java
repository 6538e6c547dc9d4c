package org.metricflows.proofs.formula;

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

  @Override
  public String toString() {
    return latex;
  }
}
