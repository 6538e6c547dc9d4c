package org.metricflows.proofs.internal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.GraphEvaluator;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/** Bounds for rounding errors against the same formulas to a hundred digits. */
class RoundingBoundTest {
  private static final MathContext DIGITS = new MathContext(100);
  private static final int POINTS = 50;

  /** Formulas with numbers of a hundred digits. */
  private static final class Exact implements ExprAlgebra<BigDecimal> {
    @Override
    public BigDecimal number(Rational value) {
      return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), DIGITS);
    }

    @Override
    public BigDecimal constant(Constant value) {
      throw new IllegalArgumentException("not in these formulas: " + value);
    }

    @Override
    public BigDecimal sum(List<BigDecimal> terms) {
      return terms.stream().reduce(BigDecimal.ZERO, (a, b) -> a.add(b, DIGITS));
    }

    @Override
    public BigDecimal product(List<BigDecimal> factors) {
      return factors.stream().reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, DIGITS));
    }

    @Override
    public BigDecimal power(BigDecimal base, Rational exponent) {
      BigDecimal radicand =
          exponent.isInteger() ? base : base.sqrt(DIGITS); // halves only in these formulas
      int n = exponent.numerator().intValueExact();
      BigDecimal power = radicand.pow(Math.abs(n), DIGITS);
      return n < 0 ? BigDecimal.ONE.divide(power, DIGITS) : power;
    }

    @Override
    public BigDecimal power(BigDecimal base, BigDecimal exponent) {
      throw new IllegalArgumentException("not in these formulas: a variable power");
    }

    @Override
    public BigDecimal call(Fn fn, List<BigDecimal> arguments) {
      BigDecimal a = arguments.get(0);
      return fn == Fn.ABS ? a.abs() : BigDecimal.valueOf(a.signum());
    }
  }

  private static Derivation formula(String name) {
    Derivation.Builder builder = Derivation.builder();
    Expr a = builder.input("a");
    Expr b = builder.input("b");
    Expr c = builder.input("c");
    builder.define(
        "f",
        switch (name) {
          case "polynomial" -> a.pow(5).minus(b.times(c).times(3)).plus(Expr.of(7)).pow(3);
          case "quotient" -> a.times(b).minus(c).over(a.plus(b.pow(2)).minus(c.times(2)));
          case "root" -> Expr.sqrt(a.pow(2).plus(b.pow(2))).times(c.minus(Rational.of(1, 3)));
          case "cancellation" ->
              a.plus(Rational.of(1_000_000_000L))
                  .pow(2)
                  .minus(b)
                  .minus(a.pow(2))
                  .minus(Rational.of(1_000_000_000_000_000_000L));
          default -> Call.of(Fn.ABS, a.minus(b)).times(Call.of(Fn.SIGN, c)).over(3);
        });
    return builder.build("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polynomial", "quotient", "root", "cancellation", "kink"})
  void noErrorIsLargerAndFewAreMuchSmaller(String name) {
    Derivation derivation = formula(name);
    Graph graph = Graph.of(derivation);
    GraphEvaluator program = new GraphEvaluator(graph);
    SplittableRandom random = new SplittableRandom(5);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double[] point = random.doubles(3, -1, 1).toArray();
      double bound = RoundingBound.of(graph, point, new double[3])[0];
      List<BigDecimal> exactly = Arrays.stream(point).mapToObj(BigDecimal::new).toList();
      BigDecimal exact = derivation.evaluate(new Exact(), exactly).get(0);
      double error = exact.subtract(new BigDecimal(program.evaluate(point)[0])).abs().doubleValue();
      assertThat(error).isLessThanOrEqualTo(bound);
      shares.add(error / bound);
    }
    assertThat(shares.stream().mapToDouble(s -> s).max().orElse(0)).isGreaterThan(1e-3);
  }

  @Test
  void errorsOfInputsAreCarriedAlong() {
    Graph graph = Graph.of(formula("quotient"));
    double[] point = {0.5, 0.25, -0.75};
    double without = RoundingBound.of(graph, point, new double[3])[0];
    double with = RoundingBound.of(graph, point, new double[] {1e-9, 0, 0})[0];
    // ∂f/∂a = (b D − N)/D² with N = 7/8, D = 33/16
    assertThat(without).isLessThan(1e-15);
    assertThat(with).isBetween(1e-9 * (0.25 * 2.0625 - 0.875) / -(2.0625 * 2.0625), 2e-9);
  }

  @Test
  void aDivisorThatMayBeZeroHasNoBound() {
    Graph graph = Graph.of(formula("quotient"));
    double bound = RoundingBound.of(graph, new double[] {1, 1, 1}, new double[3])[0];
    assertThat(Double.isFinite(bound)).isFalse();
  }

  @Test
  void functionsAreRefused() {
    Derivation.Builder builder = Derivation.builder();
    builder.define("f", Call.of(Fn.SIN, builder.input("a")));
    Graph graph = Graph.of(builder.build("f"));
    assertThatThrownBy(() -> RoundingBound.of(graph, new double[] {1}, new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SIN");
  }
}
