package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A neuron's non-linearity σ(u).
 *
 * @param name its name, or the text a person gave
 * @param value σ as an expression of {@link #ARGUMENT}
 */
public record Activation(String name, Expr value) {

  /** The variable u of σ(u). */
  public static final Symbol ARGUMENT = new Symbol("u");

  private static final Map<String, Expr> NAMED = named();

  public Activation {
    Set<Symbol> foreign = value.symbols();
    foreign.remove(ARGUMENT);
    if (!foreign.isEmpty()) {
      throw InputException.of(
          "network.activation",
          "'" + name + "' uses " + foreign.iterator().next() + "; only u is allowed");
    }
  }

  private static Map<String, Expr> named() {
    Expr u = ARGUMENT;
    Expr sigmoid = Call.of(Fn.TANH, u.over(2)).plus(1).over(2);
    Expr gaussian = Expr.exp(u.pow(2).over(-2));
    Expr normal = Call.of(Fn.ERF, u.over(Expr.sqrt(Rational.of(2)))).plus(1).over(2);
    Map<String, Expr> named = new LinkedHashMap<>();
    named.put("identity", u);
    named.put("erf", Call.of(Fn.ERF, u));
    named.put("tanh", Call.of(Fn.TANH, u));
    named.put("sin", Expr.sin(u));
    named.put("cos", Expr.cos(u));
    named.put("gaussian", gaussian);
    named.put("exp", Expr.exp(u));
    named.put("gelu", u.times(normal));
    named.put("swish", u.times(sigmoid));
    named.put("softplus", Call.of(Fn.SOFTPLUS, u));
    named.put("sigmoid", sigmoid);
    named.put("relu", Call.of(Fn.MAX, u, Rational.ZERO));
    named.put("square", u.pow(2));
    named.put("cube", u.pow(3));
    return Map.copyOf(named);
  }

  /** The names that {@link #named(String)} knows, sorted. */
  public static List<String> names() {
    return NAMED.keySet().stream().sorted().toList();
  }

  /** Whether {@code name} is one of {@link #names()}. */
  public static boolean isNamed(String name) {
    return NAMED.containsKey(name);
  }

  /**
   * The activation of a name.
   *
   * @throws InputException if there is none
   */
  public static Activation named(String name) {
    Expr value = NAMED.get(name);
    if (value == null) {
      throw InputException.of(
          "network.activation", "'" + name + "' is unknown; allowed are " + names());
    }
    return new Activation(name, value);
  }

  /** σ, σ′, …, σ⁽ᵏ⁾ as outputs s0 … sk of the input u. */
  public Derivation derivatives(int order) {
    Derivation.Builder builder = Derivation.builder();
    builder.input(ARGUMENT.name());
    List<String> outputs = new ArrayList<>();
    Expr derivative = value;
    for (int k = 0; k <= order; k++) {
      String name = "s" + k;
      builder.define(name, "\\sigma" + (k == 0 ? "" : "^{(" + k + ")}"), derivative);
      outputs.add(name);
      derivative = derivative.differentiate(ARGUMENT);
    }
    return builder.build(outputs);
  }

  /** Whether σ has derivatives of every order: no kink, no jump. */
  public boolean isSmooth() {
    return value.isSmooth();
  }
}
