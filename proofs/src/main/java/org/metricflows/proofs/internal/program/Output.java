package org.metricflows.proofs.internal.program;

import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Expressions;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.symbolic.expression.Expr;

/**
 * What a program computes, and what that is in formulas of a setting.
 *
 * @param computed an expression of the program's names
 * @param equation the same as a formula, and the formula it equals
 */
record Output(Expr computed, Equation equation) {

  /** The claim that an expression of a program's names equals a scalar formula. */
  static Output of(Expr computed, String formula) {
    Formula left = Expressions.formula(computed, Evaluator::programName);
    Formula right = Equation.parse("0 = " + formula).right();
    return new Output(computed, new Equation(left, right, formula));
  }

  /** The formula. */
  Formula formula() {
    return equation.right();
  }
}
