package org.metricflows.proofs.internal.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.proofs.internal.tensor.Setting;
import org.metricflows.proofs.internal.theorem.Statement;
import org.metricflows.proofs.internal.witness.ProgramIdentity;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.variation.EulerOperator;

/**
 * The Euler operator that the symbolic layer derives is Σ (−1)^{|α|} ∂^α p_α, with the partial
 * derivatives p_α of the density, which the jet form uses, as functions of the coordinates.
 *
 * @param gradient the density with outputs p_α for each jet variable of the fields
 * @param euler the derived Euler operator
 * @param fields the fields that are varied
 * @param sign of the first-order terms: −1, or +1 for a twin
 */
record EulerStatement(
    String latex,
    Setting setting,
    JetBinding binding,
    Derivation gradient,
    Derivation euler,
    List<String> fields,
    int sign)
    implements Statement, ProgramIdentity {
  private static final int ORDER = 4;

  /** The statement for a density, whose gradient and Euler operator are derived here. */
  static EulerStatement of(
      String latex,
      Setting setting,
      JetBinding binding,
      Derivation density,
      List<String> fields,
      List<String> background) {
    int d = setting.dimension();
    Symbol output = density.outputs().get(0);
    List<Symbol> inputs = density.inputs().stream().map(Input::name).toList();
    List<Symbol> variables = new ArrayList<>();
    for (String field : fields) {
      Jet.suffixes(d, 2).stream().map(s -> new Symbol(field + s)).forEach(variables::add);
    }
    variables.retainAll(inputs);
    Derivation gradient = Gradient.of(density, output, variables);
    Derivation euler = EulerOperator.of(density, output, d, fields, background);
    return new EulerStatement(latex, setting, binding, gradient, euler, fields, -1);
  }

  /** The same with the wrong sign of the first derivatives. */
  EulerStatement twin(String twinLatex) {
    return new EulerStatement(twinLatex, setting, binding, gradient, euler, fields, 1);
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public int variables() {
    return setting.variableCount();
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public <S> List<S> difference(Algebra<S> algebra) {
    Evaluator<S> evaluator = new Evaluator<>(setting, algebra, ORDER);
    List<S> difference = new ArrayList<>(integratedByParts(evaluator, algebra));
    binding.bindValues(euler, evaluator, algebra);
    evaluator.run(euler);
    for (int c = 0; c < fields.size(); c++) {
      S derived = evaluator.scalar(output(fields.get(c)));
      difference.set(c, algebra.subtract(difference.get(c), derived));
    }
    return difference;
  }

  private static Symbol output(String field) {
    return new Symbol(EulerOperator.PREFIX + field);
  }

  @Override
  public Optional<ProgramIdentity> witnessed() {
    return Optional.of(this);
  }

  @Override
  public Derivation program() {
    return euler.withOutputs(fields.stream().map(EulerStatement::output).toList());
  }

  @Override
  public <S> Sides<S> sides(Algebra<S> algebra) {
    Evaluator<S> evaluator = new Evaluator<>(setting, algebra, ORDER);
    List<S> outputs = integratedByParts(evaluator, algebra);
    return new Sides<>(binding.values(euler, evaluator, algebra), outputs);
  }

  private <S> List<S> integratedByParts(Evaluator<S> evaluator, Algebra<S> algebra) {
    binding.bindFunctions(gradient, evaluator);
    evaluator.run(gradient);
    return fields.stream().map(field -> integratedByParts(field, evaluator, algebra)).toList();
  }

  private <S> S integratedByParts(String field, Evaluator<S> evaluator, Algebra<S> algebra) {
    S sum = null;
    for (Symbol adjoint : gradient.outputs()) {
      String name = adjoint.name();
      String own = Gradient.PREFIX + field;
      boolean derivative = name.startsWith(own + "d");
      if (name.equals(own) || derivative) {
        String digits = derivative ? name.substring(own.length() + 1) : "";
        S slope = evaluator.scalar(adjoint);
        for (char digit : digits.toCharArray()) {
          slope = algebra.derivative(slope, digit - '1');
        }
        boolean minus = digits.length() == 1 && sign < 0;
        S signed = minus ? algebra.scale(slope, Rational.of(-1)) : slope;
        sum = sum == null ? signed : algebra.add(sum, signed);
      }
    }
    return sum;
  }
}
