package org.metricflows.proofs.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.proofs.internal.algebra.BadPointException;
import org.metricflows.proofs.internal.algebra.ResidueAlgebra;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Expressions;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Symbol;

/** Tensor formulas evaluated, and formulas that have no meaning. */
class EvaluatorTest {
  private static final Symbol X = Expr.symbol("x");
  private static final Symbol Y = Expr.symbol("y");

  private static boolean holds(Setting setting, Equation equation) {
    int order = Evaluator.order(setting, equation);
    SplittableRandom random = new SplittableRandom(31);
    while (true) {
      ResidueAlgebra algebra = new ResidueAlgebra(setting.variableCount(), order, random);
      try {
        return new Evaluator<>(setting, algebra, order)
            .difference(equation).stream().allMatch(algebra::vanishes);
      } catch (BadPointException noRoot) {
        // every other prime has a root of a given number
      }
    }
  }

  /** Taylor arithmetic against the derivatives that the symbolic layer takes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void taylorArithmeticDifferentiatesAsExpressionsDo(int index) {
    Expr[] functions = {
      X.pow(3).times(Y).plus(X.over(Y.plus(2))),
      Expr.exp(X.times(Y)).over(X.plus(Y)),
      Expr.sin(X.times(Y)).times(Expr.cos(X)),
      Expr.log(X.pow(2).times(Y)).times(Y),
      Call.of(Fn.TANH, X.plus(Y)).pow(2),
      Call.of(Fn.ATAN, X.over(Y)).times(X),
      Call.of(Fn.SINH, X).times(Call.of(Fn.COSH, Y)).pow(2),
      Call.of(Fn.ERF, X.times(Y)).times(X),
    };
    Expr f = functions[index];
    Setting setting =
        Setting.of(2)
            .chart("x", "y")
            .define("f", f)
            .define("p", f.differentiate(X).differentiate(Y))
            .define("q", f.differentiate(X).differentiate(X).differentiate(X))
            .build();
    assertThat(holds(setting, Equation.parse("\\partial_x\\partial_y f = p"))).isTrue();
    assertThat(holds(setting, Equation.parse("\\partial_x\\partial_x\\partial_x f = q"))).isTrue();
    assertThat(holds(setting, Equation.parse("\\partial_x f = q"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "\\nabla_i V_j = 0, 1",
    "\\nabla_a\\nabla_b R_{cd} = 0, 4",
    "\\Delta f = 0, 2",
    "\\partial_t R = 0, 4",
    "\\delta R = 0, 2",
    "\\delta(\\partial_t g_{ij}) = 0, 2",
    "g^{ij} = 0, 0",
  })
  void theOrderOfDerivativesIsFound(String equation, int order) {
    Setting setting =
        Worlds.riemannian(2)
            .field("f")
            .field("V^i")
            .symmetric("h_{ij}")
            .flow("\\partial_t g_{ij} = -2R_{ij}", "\\delta g_{ij} = h_{ij}")
            .build();
    assertThat(Evaluator.order(setting, Equation.parse(equation))).isEqualTo(order);
  }

  @Test
  void raisingNeedsTheDerivativesThatTheMetricIsMadeOf() {
    Setting setting =
        Setting.of(2)
            .field("K")
            .field("V^i")
            .metric("g")
            .define("g_{ij} = \\partial_i\\partial_j K")
            .build();
    assertThat(Evaluator.order(setting, Equation.parse("\\partial_i V_j = 0"))).isEqualTo(3);
    assertThat(holds(setting, Equation.parse("g^{ij}V_j = V^i"))).isTrue();
  }

  @Test
  void raisingAndLoweringUndoEachOther() {
    Setting setting = Worlds.riemannian(3).field("V^i").field("T_{ij}").build();
    assertThat(holds(setting, Equation.parse("g^{ij}V_j = V^i"))).isTrue();
    assertThat(holds(setting, Equation.parse("T^i{}_j = g^{ik}T_{kj}"))).isTrue();
    assertThat(holds(setting, Equation.parse("T^i{}_i = T_i{}^i"))).isTrue();
    assertThat(holds(setting, Equation.parse("g^{ik}g_{kj} = \\delta^i{}_j"))).isTrue();
    assertThat(holds(setting, Equation.parse("T_{ij} = T_{ji}"))).isFalse();
  }

  @Test
  void componentsAndStretchesPickFromTheWhole() {
    Setting setting = Setting.of(3).stretch(1, 2, "p", "q").field("T_{ij}").field("V^i").build();
    assertThat(holds(setting, Equation.parse("T_{ij}V^j = T_{i1}V^a\\delta_{1a} + T_{ip}V^p")))
        .isTrue();
    assertThat(holds(setting, Equation.parse("T_{ij}V^j = T_{ip}V^p"))).isFalse();
  }

  @Test
  void ratesFollowTheChainRule() {
    Setting setting =
        Worlds.riemannian(2)
            .field("f")
            .field("k")
            .symmetric("h_{ij}")
            .flow("\\delta g_{ij} = h_{ij}", "\\delta f = k")
            .build();
    assertThat(holds(setting, Equation.parse("\\delta(f^3) = 3f^2 k"))).isTrue();
    assertThat(holds(setting, Equation.parse("\\delta\\mathrm{e}^{2f} = 2k\\mathrm{e}^{2f}")))
        .isTrue();
    assertThat(holds(setting, Equation.parse("\\delta g = g\\,g^{ij}h_{ij}"))).isTrue();
    assertThat(
            holds(
                setting, Equation.parse("\\delta(\\nabla^i f) = \\nabla^i k - h^{ij}\\nabla_j f")))
        .isTrue();
    assertThat(
            holds(
                setting,
                Equation.parse(
                    "\\delta(\\Delta f) = \\Delta k - h^{ij}\\nabla_i\\nabla_j f"
                        + " - \\nabla_i h^{ij}\\,\\nabla_j f"
                        + " + \\tfrac12\\nabla^j(g^{ik}h_{ik})\\,\\nabla_j f")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V^i = V_i",
        "V^i V^i = 0",
        "V_i W^i V_i = 0",
        "V^i = f",
        "missing = 0",
        "T_{ijk} = 0",
        "f^{1/3} = 0",
        "f^f = 0",
        "\\nabla_i V^j = 0",
        "\\mathrm{e}^{V^i} = 0",
        "\\mathrm{e}^{f/3} = 0",
        "\\delta f = 0",
      })
  void formulasWithoutMeaningAreRefused(String latex) {
    Setting setting = Setting.of(2).field("f").field("V^i").field("W^i").field("T_{ij}").build();
    assertThatThrownBy(() -> holds(setting, Equation.parse(latex)))
        .isInstanceOf(FormulaException.class);
  }

  @Test
  void kinksAreRefused() {
    Expr kinked = Call.of(Fn.MAX, X, Y);
    assertThatThrownBy(() -> Expressions.formula(kinked, Symbol::name))
        .isInstanceOf(FormulaException.class);
  }

  @Test
  void settingsRefuseDoubleDefinitions() {
    assertThatThrownBy(() -> Setting.of(2).field("f").field("f"))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("defined twice");
    assertThatThrownBy(() -> Setting.of(2).field("f").define("f = 1"))
        .isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> Setting.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Setting.of(2).chart("x")).isInstanceOf(IllegalArgumentException.class);
  }
}
