package org.metricflows.symbolic.internal.typesetting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/** Puts numbers in the place of inputs and lets what becomes a number or a name vanish. */
final class Inlining {

  private Inlining() {}

  /**
   * The program with numbers for some inputs; its outputs keep their lines whatever they become.
   */
  static Derivation of(Derivation program, Map<Symbol, Expr> numbers) {
    Derivation.Builder builder = Derivation.builder();
    Map<Symbol, Expr> known = new HashMap<>(numbers);
    for (Input input : program.inputs()) {
      if (!numbers.containsKey(input.name())) {
        builder.input(input.name().name(), input.latex());
      }
    }
    for (Definition line : program.lines()) {
      Expr value = line.value().substitute(known);
      known.put(line.name(), builder.define(line.name().name(), line.latex(), value));
    }
    List<String> outputs = program.outputs().stream().map(Symbol::name).toList();
    return builder.build(outputs).withOutputs(program.outputs());
  }
}
