package org.metricflows.symbolic.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** Forward accumulation: the derivative of every line along given tangents of the inputs. */
public final class Directional {

  /** Prefix of the name of a directional derivative: ẏ is the output {@code doty}. */
  public static final String PREFIX = "dot";

  private Directional() {}

  /**
   * The program with further lines and outputs {@code doty} = Σ ∂y/∂x ẋ for each of its outputs y.
   *
   * @param tangents ẋ for each input that moves; these may use symbols declared in {@code
   *     tangentInputs}
   */
  public static Derivation of(
      Derivation program, Map<Symbol, ? extends Expr> tangents, List<Input> tangentInputs) {
    Derivation.Builder builder = Derivation.builder().include(program);
    tangentInputs.forEach(t -> builder.input(t.name().name(), t.latex()));
    Map<Symbol, Expr> dot = new HashMap<>(tangents);
    for (Definition line : program.lines()) {
      List<Expr> terms = new ArrayList<>();
      for (Symbol used : line.value().symbols()) {
        Expr tangent = dot.getOrDefault(used, Rational.ZERO);
        if (!tangent.isZero()) {
          terms.add(line.value().differentiate(used).times(tangent));
        }
      }
      String name = PREFIX + line.name().name();
      dot.put(line.name(), builder.define(name, "\\dot{" + line.latex() + "}", Expr.sum(terms)));
    }
    List<String> outputs = new ArrayList<>(program.outputs().stream().map(Symbol::name).toList());
    program.outputs().forEach(o -> outputs.add(PREFIX + o.name()));
    return builder.build(outputs);
  }
}
