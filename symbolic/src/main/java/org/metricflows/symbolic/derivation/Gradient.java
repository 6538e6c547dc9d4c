package org.metricflows.symbolic.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Reverse accumulation: all partial derivatives of one output.
 *
 * <p>With v̄ = ∂y/∂v, the lines are read backwards and each line w = φ(v₁, …) adds w̄ ∂φ/∂vᵢ to
 * v̄ᵢ.
 */
public final class Gradient {

  /** Prefix of the name of an adjoint: ∂y/∂x is the output {@code adjx}. */
  public static final String PREFIX = "adj";

  private Gradient() {}

  /**
   * The program with further lines and outputs {@code adjx} = ∂y/∂x for each x.
   *
   * @param program the derivation of y
   * @param output y, an input or line of the program
   * @param variables the inputs x, in the order of the outputs that are appended
   * @return outputs of {@code program} first, then the adjoints
   */
  public static Derivation of(Derivation program, Symbol output, List<Symbol> variables) {
    Set<Symbol> active = activeNames(program, variables);
    Derivation.Builder builder = Derivation.builder().include(program);
    Map<Symbol, List<Expr>> contributions = new HashMap<>();
    contributions.put(output, List.of(Rational.ONE));
    List<Definition> lines = program.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Definition line = lines.get(i);
      List<Expr> terms = contributions.get(line.name());
      if (terms == null || !active.contains(line.name())) {
        continue;
      }
      Expr adjoint = define(builder, line.name(), line.latex(), terms);
      for (Symbol used : line.value().symbols()) {
        if (active.contains(used)) {
          Expr partial = line.value().differentiate(used);
          contributions
              .computeIfAbsent(used, name -> new ArrayList<>())
              .add(adjoint.times(partial));
        }
      }
    }
    List<String> outputs = new ArrayList<>(program.outputs().stream().map(Symbol::name).toList());
    for (Symbol variable : variables) {
      List<Expr> terms = contributions.getOrDefault(variable, List.of());
      define(builder, variable, program.notation().apply(variable), terms);
      outputs.add(PREFIX + variable.name());
    }
    return builder.build(outputs);
  }

  private static Expr define(
      Derivation.Builder builder, Symbol name, String latex, List<Expr> contributions) {
    return builder.define(
        PREFIX + name.name(), "\\overline{" + latex + "}", Expr.sum(contributions));
  }

  private static Set<Symbol> activeNames(Derivation program, List<Symbol> variables) {
    Set<Symbol> active = new HashSet<>(variables);
    for (Definition line : program.lines()) {
      if (line.value().symbols().stream().anyMatch(active::contains)) {
        active.add(line.name());
      }
    }
    return active;
  }
}
