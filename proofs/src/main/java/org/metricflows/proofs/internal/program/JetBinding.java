package org.metricflows.proofs.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.proofs.internal.tensor.Evaluator;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;

/**
 * What the jet variables of a program stand for: {@code g12d13} is ∂₁∂₃ of the formula given for
 * {@code g12}.
 *
 * @param fields formulas by the names of the fields
 */
record JetBinding(Map<String, Formula> fields) {

  /** The components g11, g12, … of the tensor {@code g_{ij}}, and more fields. */
  static JetBinding ofMetric(int dimension, Map<String, Formula> more) {
    Map<String, Formula> fields = new HashMap<>(more);
    for (int i = 1; i <= dimension; i++) {
      for (int j = i; j <= dimension; j++) {
        List<Index> indices = List.of(index(i), index(j));
        fields.put("g" + i + j, new Formula.Reference("g", indices));
      }
    }
    return new JetBinding(fields);
  }

  private static Index index(int i) {
    return new Index(String.valueOf(i), false);
  }

  /** Gives the inputs of a program their values, as functions of the coordinates. */
  <S> void bindFunctions(Derivation program, Evaluator<S> evaluator) {
    for (Input input : program.inputs()) {
      evaluator.bind(input.name(), evaluator.scalar(formula(input.name().name())));
    }
  }

  /** Gives the inputs of a program their values at the point. */
  <S> void bindValues(Derivation program, Evaluator<S> evaluator, Algebra<S> algebra) {
    List<S> values = values(program, evaluator, algebra);
    for (int i = 0; i < values.size(); i++) {
      evaluator.bind(program.inputs().get(i).name(), values.get(i));
    }
  }

  /** The values of a program's inputs at the point. */
  <S> List<S> values(Derivation program, Evaluator<S> evaluator, Algebra<S> algebra) {
    List<S> values = new ArrayList<>();
    for (Input input : program.inputs()) {
      values.add(algebra.base(evaluator.scalar(formula(input.name().name()))));
    }
    return values;
  }

  private Formula formula(String name) {
    Formula field = fields.get(name);
    if (field != null) {
      return field;
    }
    int d = name.lastIndexOf('d');
    field = d < 0 ? null : fields.get(name.substring(0, d));
    if (field == null) {
      throw new IllegalArgumentException("program: nothing is known about its input " + name);
    }
    for (int i = name.length() - 1; i > d; i--) {
      field = new Formula.Partial(new Index(name.substring(i, i + 1), false), field);
    }
    return field;
  }
}
