package org.metricflows.proofs.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.metricflows.proofs.algebra.Algebra;
import org.metricflows.proofs.formula.Equation;
import org.metricflows.proofs.tensor.Evaluator;
import org.metricflows.proofs.tensor.Setting;
import org.metricflows.proofs.theorem.Statement;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;

/**
 * The lines of a program of the symbolic layer are what formulas say.
 *
 * @param program its inputs are jet variables
 * @param binding what they stand for
 * @param equations between names of the program and formulas of the setting
 * @param order highest derivative needed
 */
record ProgramStatement(
    String latex,
    Setting setting,
    Derivation program,
    JetBinding binding,
    List<Equation> equations,
    int order)
    implements Statement {
  private static final int LONGEST_LISTING = 40;

  @Override
  public int variables() {
    return setting.variableCount();
  }

  @Override
  public List<String> lines() {
    Set<String> lines = new LinkedHashSet<>();
    for (Equation equation : equations) {
      Equation right = new Equation(equation.right(), equation.right(), "");
      setting.linesBehind(right).forEach(line -> lines.add(line.latex()));
    }
    List<String> listing = program.print(Dialect.LATEX);
    if (listing.size() <= LONGEST_LISTING) {
      lines.addAll(listing);
    } else {
      lines.addAll(listing.subList(0, 3));
      lines.add("\\text{and " + (listing.size() - 3) + " more lines of the program}");
    }
    return List.copyOf(lines);
  }

  @Override
  public <S> List<S> difference(Algebra<S> algebra) {
    Evaluator<S> evaluator = new Evaluator<>(setting, algebra, order);
    binding.bindValues(program, evaluator, algebra);
    evaluator.run(program);
    List<S> difference = new ArrayList<>();
    equations.forEach(equation -> difference.addAll(evaluator.difference(equation)));
    return difference;
  }
}
