package org.metricflows.bridge.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.kernel.ExpectationDual;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.network.Activation;

class KernelEvaluatorTest {

  private static final double[] X = {0.4, -0.7};
  private static final double[] X_PRIME = {0.5, 0.3};

  @Test
  void keysNameEveryDerivativeOfOneVariableEach() {
    KernelEvaluator.Result result = evaluator("erf(u)", 1).at(X, X_PRIME);
    assertThat(result.ntkJets()).hasSize(3 * 2 * 3 * 2);
    assertThat(result.ntkJets().get("d0_x1 d0_xp1")).isEqualTo(result.ntk());
    assertThat(result.ntkJets()).containsKeys("d2_x1 d1_xp2", "d0_x2 d2_xp2");
    assertThat(result.errorEstimate()).isZero();
  }

  /** Central differences of step 1e-4 are good to 1e-7 where third derivatives are of order ten. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 4", "swish, 3", "softplus, 4", "sigmoid, 4", "u/Sqrt(1+u^2), 3", "ArcTan(u), 2",
    "log(cosh(u)), 2", "1/(1+exp(-10*u)), 2", "sin(u)+cos(2*u), 3", "gelu, 4", "erf, 4", "cube, 2"
  })
  void jetsAreSlopes(String activation, int layers) {
    KernelEvaluator kernel = evaluator(activation, layers);
    double h = 1e-4;
    Map<String, Double> here = kernel.at(X, X_PRIME).ntkJets();
    Map<String, Double> right = kernel.at(new double[] {X[0] + h, X[1]}, X_PRIME).ntkJets();
    Map<String, Double> left = kernel.at(new double[] {X[0] - h, X[1]}, X_PRIME).ntkJets();
    for (String prime : List.of("d0_xp1", "d1_xp2", "d2_xp1")) {
      for (int order = 1; order <= 2; order++) {
        String lower = "d" + (order - 1) + "_x1 " + prime;
        double slope = (right.get(lower) - left.get(lower)) / (2 * h);
        assertThat(here.get("d" + order + "_x1 " + prime))
            .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope)) * layers * layers));
      }
    }
  }

  /** Closed forms and quadrature are two ways to one kernel, through four layers. */
  @ParameterizedTest
  @ValueSource(strings = {"erf", "sin", "cos", "gaussian", "gelu", "square", "2*erf(u/3)"})
  void quadratureConfirmsClosedForms(String activation) {
    Dual.Expectation expectation = new Dual.Expectation(activation(activation).value());
    int layers = activation.equals("square") ? 2 : 4;
    KernelArchitecture network = new KernelArchitecture(2, layers, 1.2, 0.2);
    double[] closed =
        InfiniteWidthKernel.of(network, KernelDuals.of(activation(activation)), 2, 2)
            .at(X, X_PRIME)
            .ntk();
    double[] quadrature =
        InfiniteWidthKernel.of(network, (ExpectationDual) KernelDuals.lower(expectation), 2, 2)
            .at(X, X_PRIME)
            .ntk();
    double largest = 0;
    for (double value : closed) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int c = 0; c < closed.length; c++) {
      assertThat(quadrature[c]).isCloseTo(closed[c], within(1e-12 * largest));
    }
  }

  @Test
  void reluHasValuesOnly() {
    KernelEvaluator relu = evaluator("relu", 2);
    assertThat(relu.isSmooth()).isFalse();
    assertThat(relu.at(X, X_PRIME).ntkJets()).isEmpty();
    assertThatThrownBy(
            () ->
                InfiniteWidthKernel.of(
                    new KernelArchitecture(2, 1, 1, 0),
                    KernelDuals.of(Activation.named("relu")),
                    2,
                    2))
        .hasMessageContaining("not twice differentiable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sign(u); has a kink or a jump",
        "abs(u-1); has a kink or a jump",
      })
  void kinksElsewhereAreRefused(String activation, String message) {
    assertThatThrownBy(() -> evaluator(activation, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "exp(u^2); grows so fast that its Gaussian expectations do not exist",
        "1/u; not finite at u = 0.0",
        "log(u); not finite at u = -",
      })
  void expectationsThatDoNotExistAreRefused(String activation, String message) {
    KernelEvaluator kernel = evaluator(activation, 1);
    assertThatThrownBy(() -> kernel.at(X, X_PRIME))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining(message);
  }

  @Test
  void closedFormsReadLayerByLayer() {
    assertThat(evaluator("sin", 1).closedForm())
        .contains("kappa(p, q, r) = sinh(r)*exp(-(p+q)/2)", "Theta0 = K0");
  }

  private static KernelEvaluator evaluator(String activation, int layers) {
    return KernelEvaluator.of(activation(activation), layers, 1.2, 0.2, 2);
  }

  private static Activation activation(String text) {
    return Activation.isNamed(text)
        ? Activation.named(text)
        : new Activation(text, ExpressionParser.of("u").parse(text));
  }
}
