package org.metricflows.proofs.internal.theorem;

import java.util.List;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.proofs.internal.tensor.Setting;

/** An equation in index notation, in a setting that says what its names mean. */
record FormulaStatement(Setting setting, Equation equation) implements Statement {

  @Override
  public String latex() {
    return equation.latex();
  }

  @Override
  public List<String> lines() {
    return setting.linesBehind(equation).stream().map(Equation::latex).toList();
  }

  @Override
  public int variables() {
    return setting.variableCount();
  }

  @Override
  public int order() {
    return Evaluator.order(setting, equation);
  }

  @Override
  public <S> List<S> difference(Algebra<S> algebra) {
    return new Evaluator<>(setting, algebra, order()).difference(equation);
  }
}
