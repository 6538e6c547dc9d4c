package org.metricflows.symbolic.internal.variation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Total derivatives D_i of a program's lines, written as further lines when they are asked for.
 *
 * <p>A line v = φ(v₁, …) has D_i v = Σ ∂φ/∂v_j D_i v_j, and a jet variable ∂^αu has D_i ∂^αu =
 * ∂^{α+i}u. Derivatives commute, so D₁₂ and D₂₁ of a line are one line.
 */
final class TotalDerivatives {
  private final Derivation.Builder builder = Derivation.builder();
  private final Map<Symbol, JetVariable> jets = new HashMap<>();
  private final Map<Symbol, Definition> lines = new HashMap<>();
  private final Map<Symbol, Derived> derived = new HashMap<>();
  private final Map<Derived, Expr> written = new HashMap<>();
  private final Map<Derived, Expr> values = new HashMap<>();

  /** A line of the program differentiated by coordinates in ascending order. */
  private record Derived(Symbol line, List<Integer> indices) {
    Derived differentiate(int coordinate) {
      List<Integer> more = new ArrayList<>(indices);
      more.add(coordinate);
      more.sort(null);
      return new Derived(line, more);
    }
  }

  /**
   * Starts with the lines of a program.
   *
   * @param jets the inputs and their derivatives that may be needed; other inputs are constants
   */
  TotalDerivatives(Derivation program, List<JetVariable> jets) {
    builder.include(program);
    for (JetVariable jet : jets) {
      builder.input(jet.symbol().name(), jet.input().latex());
      this.jets.put(jet.symbol(), jet);
    }
    for (Definition line : program.lines()) {
      lines.put(line.name(), line);
      derived.put(line.name(), new Derived(line.name(), List.of()));
    }
  }

  Derivation.Builder builder() {
    return builder;
  }

  /** What later lines should use for D_I of an expression of this program's names. */
  Expr of(Expr value, List<Integer> indices) {
    Expr result = value;
    for (int i : indices) {
      List<Expr> terms = new ArrayList<>();
      for (Symbol used : result.symbols()) {
        Expr slope = symbol(used, i);
        if (!slope.isZero()) {
          terms.add(result.differentiate(used).times(slope));
        }
      }
      result = Expr.sum(terms);
    }
    return result;
  }

  /** D_i of a jet variable, or of a line of the program or one written here. */
  private Expr symbol(Symbol name, int i) {
    JetVariable jet = jets.get(name);
    if (jet != null) {
      return jet.differentiate(i).symbol();
    }
    Derived line = derived.get(name);
    return line == null ? Rational.ZERO : line(line.differentiate(i));
  }

  private Expr line(Derived wanted) {
    Expr known = written.get(wanted);
    if (known == null) {
      Definition line = lines.get(wanted.line);
      StringBuilder digits = new StringBuilder();
      wanted.indices.forEach(digits::append);
      Symbol name = new Symbol(wanted.line.name() + "D" + digits);
      known = builder.define(name.name(), "D_{" + digits + "}" + line.latex(), value(wanted));
      derived.put(name, wanted);
      written.put(wanted, known);
    }
    return known;
  }

  /** The right-hand side of a line. */
  private Expr value(Derived wanted) {
    if (wanted.indices.isEmpty()) {
      return lines.get(wanted.line).value();
    }
    Expr known = values.get(wanted);
    if (known == null) {
      int last = wanted.indices.size() - 1;
      Derived lower = new Derived(wanted.line, List.copyOf(wanted.indices.subList(0, last)));
      known = of(value(lower), List.of(wanted.indices.get(last)));
      values.put(wanted, known);
    }
    return known;
  }
}
