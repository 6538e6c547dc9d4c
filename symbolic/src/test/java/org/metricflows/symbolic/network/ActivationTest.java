package org.metricflows.symbolic.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;

class ActivationTest {

  static Stream<String> names() {
    return Activation.names().stream();
  }

  /** Each derivative against central differences of the one before: error h² ≈ 1e-10. */
  @ParameterizedTest
  @MethodSource("names")
  void derivativesFollowEachOther(String name) {
    List<Definition> lines = Activation.named(name).derivatives(3).lines();
    double h = 1e-5;
    for (double u : new double[] {-1.7, -0.3, 0.4, 2.1}) {
      for (int k = 0; k + 1 < lines.size(); k++) {
        double slope = (value(lines.get(k), u + h) - value(lines.get(k), u - h)) / (2 * h);
        assertThat(value(lines.get(k + 1), u))
            .isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
      }
    }
  }

  @Test
  void valuesAreThoseOfTheField() {
    assertThat(at("gelu", 1.3)).isCloseTo(1.3 * 0.9031995154143897, within(1e-15));
    assertThat(at("swish", 0.8)).isCloseTo(0.8 / (1 + Math.exp(-0.8)), within(1e-15));
    assertThat(at("sigmoid", -2)).isCloseTo(1 / (1 + Math.exp(2)), within(1e-15));
    assertThat(at("softplus", 0.5)).isCloseTo(Math.log(1 + Math.exp(0.5)), within(1e-15));
    assertThat(at("relu", -0.5)).isZero();
    assertThat(at("gaussian", 1)).isCloseTo(Math.exp(-0.5), within(1e-16));
  }

  @Test
  void onlyKinkedActivationsAreNotSmooth() {
    assertThat(names().filter(n -> !Activation.named(n).isSmooth())).containsExactly("relu");
  }

  @Test
  void anUnknownNameOrAForeignSymbolIsRefused() {
    assertThatThrownBy(() -> Activation.named("relux")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Activation("mine", Expr.symbol("v")))
        .hasMessage("network.activation: 'mine' uses v; only u is allowed");
  }

  private static double at(String name, double u) {
    return Numbers.evaluate(Activation.named(name).value(), Map.of(Activation.ARGUMENT, u));
  }

  private static double value(Definition line, double u) {
    return Numbers.evaluate(line.value(), Map.of(Activation.ARGUMENT, u));
  }
}
