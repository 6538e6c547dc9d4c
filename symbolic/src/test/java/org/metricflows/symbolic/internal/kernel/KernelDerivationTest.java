package org.metricflows.symbolic.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;

class KernelDerivationTest {

  private static final Expr U = Dual.U;

  /** One layer of cosines, worked out by hand: K¹ = e^{−(p+q)/2} cosh r, K̇ = … sinh r. */
  @Test
  void oneLayerOfCosines() {
    Derivation lines =
        KernelDerivation.of(Dual.of(Expr.cos(U)), 1, 1, Rational.of(1), Rational.ZERO);
    assertThat(lines.print(Dialect.TEXT))
        .containsExactly(
            "p0 = x1^2",
            "q0 = xp1^2",
            "K0 = x1*xp1",
            "Theta0 = K0",
            "D1 = sinh(K0)*exp(-(p0+q0)/2)",
            "K1 = cosh(K0)*exp(-(p0+q0)/2)",
            "Theta1 = K1+D1*Theta0");
  }

  /** Three layers of exact arithmetic: for φ = u every layer adds K⁰ to Θ. */
  @Test
  void theIdentityCountsLayers() {
    Derivation lines = KernelDerivation.of(Dual.of(U), 2, 3, Rational.of(1), Rational.ZERO);
    Map<Symbol, Double> values =
        evaluate(lines, Map.of("x1", 1.0, "x2", 2.0, "xp1", 3.0, "xp2", 5.0));
    assertThat(values.get(new Symbol("K3"))).isEqualTo(6.5);
    assertThat(values.get(new Symbol("Theta3"))).isEqualTo(4 * 6.5);
  }

  /** The recursion of erf with biases, against numbers that multiple precision gave. */
  @Test
  void twoLayersOfErf() {
    Dual erf = Dual.of(ExpressionParser.of("u").parse("erf(u)"));
    Derivation lines = KernelDerivation.of(erf, 3, 2, Rational.of(3, 2), Rational.of(3, 10));
    Map<Symbol, Double> values =
        evaluate(
            lines,
            Map.of("x1", 0.4, "x2", 0.6, "x3", -0.42, "xp1", -0.43, "xp2", 0.41, "xp3", 0.31));
    assertThat(values.get(new Symbol("K2"))).isCloseTo(0.25775173666848158, within(1e-14));
    assertThat(values.get(new Symbol("Theta2"))).isCloseTo(0.49857053369098088, within(1e-14));
  }

  /** Without closed form the dual functions' values are inputs, and a line says what they are. */
  @Test
  void quadratureIsSpelledOut() {
    Dual tanh = Dual.of(ExpressionParser.of("u").parse("tanh(u)"));
    Derivation lines = KernelDerivation.of(tanh, 1, 1, Expr.symbol("sw"), Expr.symbol("sb"));
    assertThat(lines.inputs()).extracting(i -> i.name().name()).contains("kappa1", "kappadot1");
    assertThat(lines.print(Dialect.TEXT)).contains("K1 = sb^2+kappa1*sw^2");
    List<String> text =
        KernelDerivation.print(tanh, 1, 2, Rational.of(1), Rational.ZERO, Dialect.TEXT);
    assertThat(text)
        .contains("kappa(p, q, r) = E[tanh(u)*tanh(v)], (u, v) ~ N(0, [[p, r], [r, q]])")
        .contains("p1 = kappa(p0, p0, p0)")
        .contains("D2 = kappadot(p1, q1, K1)");
    List<String> latex =
        KernelDerivation.print(tanh, 1, 2, Rational.of(1), Rational.ZERO, Dialect.LATEX);
    assertThat(latex).contains("K^{(2)} = \\kappa(p^{(1)}, q^{(1)}, K^{(1)})");
  }

  @Test
  void latexNamesLayers() {
    Dual relu = Dual.of(ExpressionParser.of("u").parse("relu(u)"));
    List<String> lines =
        KernelDerivation.of(relu, 2, 2, Expr.symbol("sw"), Rational.ZERO).print(Dialect.LATEX);
    assertThat(lines.get(lines.size() - 1)).startsWith("\\Theta^{(2)} = ");
    assertThat(KernelDerivation.explain(relu, Dialect.LATEX).get(1)).startsWith("\\dot\\kappa");
  }

  private static Map<Symbol, Double> evaluate(Derivation lines, Map<String, Double> inputs) {
    Map<Symbol, Double> values = new HashMap<>();
    inputs.forEach((name, value) -> values.put(new Symbol(name), value));
    for (Definition line : lines.lines()) {
      values.put(line.name(), Numbers.evaluate(line.value(), values));
    }
    return values;
  }
}
