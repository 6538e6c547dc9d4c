package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The meaning of each kind of expression in some target T: numbers, truncated series, graph nodes.
 *
 * <p>Implement the six operations and {@link #evaluate(Derivation, List)} walks the lines:
 *
 * <pre>{@code
 * List<DerivativeStructure> outputs = new DerivativeAlgebra().evaluate(derivation, inputs);
 * }</pre>
 *
 * @param <T> values of the target
 */
public interface ExprAlgebra<T> {

  /** An exact number. */
  T number(Rational value);

  /** π or e. */
  T constant(Constant value);

  /** The sum of at least two terms. */
  T sum(List<T> terms);

  /** The product of at least two factors; divisions appear as factors with negative powers. */
  T product(List<T> factors);

  /** base to a fixed rational exponent. */
  T power(T base, Rational exponent);

  /** base to an exponent that is not a rational number. */
  T power(T base, T exponent);

  /** An elementary function of {@code fn.arity()} arguments. */
  T call(Fn fn, List<T> arguments);

  /**
   * The value of an expression.
   *
   * @throws IllegalArgumentException if a symbol has no value
   */
  default T evaluate(Expr expr, Map<Symbol, T> values) {
    if (expr instanceof Rational rational) {
      return number(rational);
    } else if (expr instanceof Constant constant) {
      return constant(constant);
    } else if (expr instanceof Symbol symbol) {
      T value = values.get(symbol);
      if (value == null) {
        throw new IllegalArgumentException("symbol " + symbol.name() + " has no value");
      }
      return value;
    } else if (expr instanceof Power power && power.exponent() instanceof Rational exponent) {
      return power(evaluate(power.base(), values), exponent);
    }
    List<T> operands = new ArrayList<>(expr.operands().size());
    for (Expr operand : expr.operands()) {
      operands.add(evaluate(operand, values));
    }
    if (expr instanceof Sum) {
      return sum(operands);
    } else if (expr instanceof Product) {
      return product(operands);
    } else if (expr instanceof Call call) {
      return call(call.function(), operands);
    }
    return power(operands.get(0), operands.get(1));
  }

  /**
   * The values of a derivation's outputs, its lines taken in order.
   *
   * @param inputs one value for each of the derivation's inputs
   */
  default List<T> evaluate(Derivation derivation, List<T> inputs) {
    if (inputs.size() != derivation.inputs().size()) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.size() + " values given for " + derivation.inputs().size());
    }
    Map<Symbol, T> values = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(derivation.inputs().get(i).name(), inputs.get(i));
    }
    for (Definition line : derivation.lines()) {
      values.put(line.name(), evaluate(line.value(), values));
    }
    return derivation.outputs().stream().map(values::get).toList();
  }
}
