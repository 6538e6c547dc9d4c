package org.metricflows.symbolic.internal.kahler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Symbol;

/** Values of a derivation's inputs, and of its lines. */
record Point(Map<Symbol, Double> values) {

  static Point random(Derivation program, Random random) {
    Map<Symbol, Double> values = new HashMap<>();
    program.inputs().forEach(input -> values.put(input.name(), random.nextGaussian()));
    return new Point(values);
  }

  Point with(Symbol input, double value) {
    Map<Symbol, Double> changed = new HashMap<>(values);
    changed.put(input, value);
    return new Point(changed);
  }

  Point with(String input, double value) {
    return with(new Symbol(input), value);
  }

  Point moved(Symbol input, double step) {
    return with(input, values.get(input) + step);
  }

  /** The outputs. */
  double[] of(Derivation program) {
    Map<Symbol, Double> all = new HashMap<>(values);
    for (Definition line : program.lines()) {
      all.put(line.name(), Numbers.evaluate(line.value(), all));
    }
    List<Symbol> outputs = program.outputs();
    return outputs.stream().mapToDouble(all::get).toArray();
  }
}
