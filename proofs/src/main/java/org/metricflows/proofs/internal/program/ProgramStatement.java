package org.metricflows.proofs.internal.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Statement;
import org.metricflows.proofs.internal.witness.ProgramIdentity;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The lines of a program of the symbolic layer are what formulas say.
 *
 * @param derivation its inputs are jet variables
 * @param binding what they stand for
 * @param outputs what the program computes and what that is in formulas of the setting
 * @param order highest derivative needed
 */
record ProgramStatement(
    String latex,
    Setting setting,
    Derivation derivation,
    JetBinding binding,
    List<Output> outputs,
    int order)
    implements Statement, ProgramIdentity {
  private static final int LONGEST_LISTING = 40;

  @Override
  public int variables() {
    return setting.variableCount();
  }

  @Override
  public List<String> lines() {
    Set<String> lines = new LinkedHashSet<>();
    for (Output output : outputs) {
      Equation right = new Equation(output.formula(), output.formula(), "");
      setting.linesBehind(right).forEach(line -> lines.add(line.latex()));
    }
    List<String> listing = derivation.print(Dialect.LATEX);
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
    binding.bindValues(derivation, evaluator, algebra);
    evaluator.run(derivation);
    List<S> difference = new ArrayList<>();
    outputs.forEach(output -> difference.addAll(evaluator.difference(output.equation())));
    return difference;
  }

  @Override
  public Optional<ProgramIdentity> witnessed() {
    return Optional.of(this);
  }

  /** The lines, and a line for each output. */
  @Override
  public Derivation program() {
    List<Definition> lines = new ArrayList<>(derivation.lines());
    List<Symbol> names = new ArrayList<>();
    for (Output output : outputs) {
      Symbol name = new Symbol("output" + (names.size() + 1));
      lines.add(new Definition(name, name.name(), output.computed()));
      names.add(name);
    }
    return new Derivation(derivation.inputs(), lines, names);
  }

  @Override
  public <S> Sides<S> sides(Algebra<S> algebra) {
    Evaluator<S> evaluator = new Evaluator<>(setting, algebra, order);
    List<S> inputs = binding.values(derivation, evaluator, algebra);
    return new Sides<>(
        inputs, outputs.stream().map(output -> evaluator.scalar(output.formula())).toList());
  }
}
