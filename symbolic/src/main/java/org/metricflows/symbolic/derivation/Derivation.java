package org.metricflows.symbolic.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Notation;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A straight-line program: inputs, lines that define names from inputs and earlier lines, and the
 * names among them that are its outputs.
 *
 * @param inputs the free variables, in the order in which evaluators take them
 * @param lines the definitions; each uses inputs and earlier lines only
 * @param outputs defined names, in the order in which evaluators return them
 */
public record Derivation(List<Input> inputs, List<Definition> lines, List<Symbol> outputs) {

  public Derivation {
    inputs = List.copyOf(inputs);
    lines = List.copyOf(lines);
    outputs = List.copyOf(outputs);
    Set<Symbol> known = new HashSet<>();
    for (Input input : inputs) {
      require(known.add(input.name()), input.name(), "is defined twice");
    }
    for (Definition line : lines) {
      for (Symbol used : line.value().symbols()) {
        require(known.contains(used), used, "is used in " + line.name() + " before its definition");
      }
      require(known.add(line.name()), line.name(), "is defined twice");
    }
    for (Symbol output : outputs) {
      require(known.contains(output), output, "is an output but is not defined");
    }
  }

  private static void require(boolean condition, Symbol name, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException("derivation: " + name + " " + complaint);
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The line that defines {@code name}, if it is not an input. */
  public Optional<Definition> line(Symbol name) {
    return lines.stream().filter(l -> l.name().equals(name)).findFirst();
  }

  /** The same program with other outputs, without the lines they do not need. Inputs all stay. */
  public Derivation withOutputs(List<Symbol> wanted) {
    Set<Symbol> needed = new HashSet<>(wanted);
    List<Definition> kept = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Definition line = lines.get(i);
      if (needed.contains(line.name())) {
        line.value().collectSymbols(needed);
        kept.add(0, line);
      }
    }
    return new Derivation(inputs, kept, wanted);
  }

  /** The same program with its inputs in another order or with unused ones added or dropped. */
  public Derivation withInputs(List<Input> order) {
    return new Derivation(order, lines, outputs);
  }

  /**
   * One closed formula for a name, every line substituted.
   *
   * @throws IllegalStateException if the formula would have more than {@code largestSize} nodes
   */
  public Expr expand(Symbol name, int largestSize) {
    Map<Symbol, Expr> closed = new HashMap<>();
    for (Definition line : withOutputs(List.of(name)).lines) {
      Expr value = line.value().substitute(closed);
      if (value.size() > largestSize) {
        throw new IllegalStateException(
            name + ": the expanded formula has more than " + largestSize + " nodes");
      }
      closed.put(line.name(), value);
    }
    return closed.getOrDefault(name, name);
  }

  /**
   * The values of the outputs in some target, the lines taken in order.
   *
   * @param values one for each of the inputs
   * @throws IllegalArgumentException if there are more or fewer
   */
  public <T> List<T> evaluate(ExprAlgebra<T> algebra, List<T> values) {
    if (values.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "inputs: " + values.size() + " values given for " + inputs.size());
    }
    Map<Symbol, T> known = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      known.put(inputs.get(i).name(), values.get(i));
    }
    for (Definition line : lines) {
      known.put(line.name(), algebra.evaluate(line.value(), known));
    }
    return outputs.stream().map(known::get).toList();
  }

  /** Replaces inputs by expressions of the remaining inputs and of {@code newInputs}. */
  public Derivation substitute(Map<Symbol, ? extends Expr> values, List<Input> newInputs) {
    List<Input> remaining = new ArrayList<>(newInputs);
    inputs.stream().filter(i -> !values.containsKey(i.name())).forEach(remaining::add);
    List<Definition> replaced =
        lines.stream()
            .map(l -> new Definition(l.name(), l.latex(), l.value().substitute(values)))
            .toList();
    return new Derivation(remaining, replaced, outputs);
  }

  /** How a symbol of this derivation reads in LaTeX. */
  public Function<Symbol, String> notation() {
    Map<Symbol, String> latex = new HashMap<>();
    inputs.forEach(i -> latex.put(i.name(), i.latex()));
    lines.forEach(l -> latex.put(l.name(), l.latex()));
    return symbol -> latex.getOrDefault(symbol, Notation.latex(symbol.name()));
  }

  /** The lines as {@code name = value} in a language, one string a line. */
  public List<String> print(Dialect dialect) {
    Function<Symbol, String> names = dialect == Dialect.LATEX ? notation() : Symbol::name;
    String equals = dialect == Dialect.SYMJA ? " := " : " = ";
    return lines.stream()
        .map(l -> names.apply(l.name()) + equals + dialect.print(l.value(), names))
        .toList();
  }

  /** Collects inputs and lines; see {@link #define} for what becomes a line. */
  public static final class Builder {
    private final Map<Symbol, Input> inputs = new LinkedHashMap<>();
    private final Map<Symbol, Definition> lines = new LinkedHashMap<>();
    private final Map<Symbol, Definition> trivial = new HashMap<>();

    private Builder() {}

    /** Declares an input that reads as its name. */
    public Symbol input(String name) {
      return input(name, Notation.latex(name));
    }

    /** Declares an input; declaring it again changes nothing. */
    public Symbol input(String name, String latex) {
      Symbol symbol = new Symbol(name);
      inputs.putIfAbsent(symbol, new Input(symbol, latex));
      return symbol;
    }

    /**
     * Names a value for later lines and returns what later lines should use: the new symbol, or the
     * value itself where it is a number or a symbol already, so that zeros vanish downstream.
     */
    public Expr define(String name, String latex, Expr value) {
      Symbol symbol = new Symbol(name);
      if (lines.containsKey(symbol) || trivial.containsKey(symbol) || inputs.containsKey(symbol)) {
        throw new IllegalArgumentException("derivation: " + name + " is defined twice");
      }
      Definition definition = new Definition(symbol, latex, value);
      if (value.operands().isEmpty()) {
        trivial.put(symbol, definition);
        return value;
      }
      lines.put(symbol, definition);
      return symbol;
    }

    /** Names a value that reads as its name. */
    public Expr define(String name, Expr value) {
      return define(name, name, value);
    }

    /** Copies the inputs and lines of another derivation; inputs already known are shared. */
    public Builder include(Derivation other) {
      for (Input input : other.inputs) {
        boolean defined = lines.containsKey(input.name()) || trivial.containsKey(input.name());
        if (!defined) {
          inputs.putIfAbsent(input.name(), input);
        }
      }
      for (Definition line : other.lines) {
        if (inputs.containsKey(line.name()) || lines.putIfAbsent(line.name(), line) != null) {
          throw new IllegalArgumentException("derivation: " + line.name() + " is defined twice");
        }
      }
      return this;
    }

    /** What later lines should use for a name that was defined before. */
    public Expr value(String name) {
      Symbol symbol = new Symbol(name);
      Definition definition = trivial.get(symbol);
      if (definition == null && !lines.containsKey(symbol) && !inputs.containsKey(symbol)) {
        throw new IllegalArgumentException("derivation: " + name + " is not defined");
      }
      return definition == null ? symbol : definition.value();
    }

    /** The derivation with the named outputs; all lines are kept. */
    public Derivation build(String... outputs) {
      return build(List.of(outputs));
    }

    /** The derivation with the named outputs; all lines are kept. */
    public Derivation build(List<String> outputs) {
      List<Symbol> wanted = outputs.stream().map(Symbol::new).toList();
      List<Definition> all = new ArrayList<>(lines.values());
      for (Symbol output : new LinkedHashSet<>(wanted)) {
        Definition definition = trivial.get(output);
        if (definition != null) {
          all.add(definition);
        }
      }
      return new Derivation(List.copyOf(inputs.values()), all, wanted);
    }
  }
}
