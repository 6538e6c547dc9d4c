package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Evaluators that are wrong on purpose: a sign, or a constant off by 1e-4, a hundred times more
 * than the loosest tolerance. Both independent paths must tell, and blame that evaluator alone.
 */
class WrongEvaluatorTest {
  private static final String INFINITE =
      "network={width: infinite, hidden_layers: 1, activation: erf, bias_std: 0.4}";

  private static CheckReport report(String network, UnaryOperator<Evaluators> flaw) {
    SpecCheck right = SpecCheck.of(Specs.plane(network));
    return new SpecCheck(right.subject(), flaw.apply(right.evaluators())).run(part -> {});
  }

  private static void assertBlamed(CheckReport report, String evaluator) {
    Set<String> blamed =
        report.failures().stream().map(CheckResult::name).collect(Collectors.toSet());
    assertThat(blamed).containsExactly(evaluator);
    assertThat(report.passed()).isFalse();
    assertThat(report.evaluators())
        .filteredOn(result -> result.name().equals(evaluator))
        .hasSize(2)
        .noneMatch(CheckResult::passed)
        .allMatch(result -> !result.worst().isEmpty());
  }

  private static String finite() {
    return "network.centred=true";
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "1, -1", "2, -1", "3, -1", "1, 1.0001", "2, 1.0001", "3, 1.0001"})
  void aWrongDerivativeOfTheActivationIsFound(int order, double factor) {
    CheckReport report =
        report(finite(), e -> e.withActivation(new Flaw(e.activation(), order, factor)));
    assertBlamed(report, "activation jets");
  }

  /** Component 0 is 1 + x²/5: derivative 1 is by x, 3 is by x twice. */
  @ParameterizedTest
  @CsvSource({"1, -1", "3, -1", "1, 1.0001", "3, 1.0001"})
  void aWrongDerivativeOfTheBackgroundIsFound(int coefficient, double factor) {
    CheckReport report =
        report(finite(), e -> e.withReference(new Flaw(e.reference(), coefficient, factor)));
    assertBlamed(report, "background jets");
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "5, -1", "8, -1", "11, -1", "17, -1", "1, 1.0001", "9, 1.0001"})
  void aWrongDerivativeOfTheAnsatzIsFound(int coefficient, double factor) {
    CheckReport report =
        report(finite(), e -> e.withMetric(new Flaw(e.metric(), coefficient, factor)));
    assertBlamed(report, "ansatz");
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "4, 1.0001", "8, -1"})
  void aWrongSlopeOfTheReadOutIsFound(int slope, double factor) {
    CheckReport report =
        report(finite(), e -> e.withHead(e.head(), new Flaw(e.headSlopes(), slope, factor)));
    assertBlamed(report, "metric read-out");
  }

  /** By f11, its slope by x, ∂₂₂f11, f12, ∂₁₂f12, ∂₁₁f22: others vanish in two dimensions. */
  @ParameterizedTest
  @CsvSource({"1, -1", "2, -1", "6, -1", "7, 1.0001", "11, 1.0001", "16, -1"})
  void aWrongDerivativeOfTheLossIsFound(int output, double factor) {
    CheckReport report =
        report(finite(), e -> e.withDensity(new Flaw(e.density(), output, factor)));
    assertBlamed(report, "loss density");
  }

  /** Coefficient α·6 + β; the highest is ∂₂₂∂′₂₂. */
  @ParameterizedTest
  @CsvSource({"1, -1", "7, -1", "13, 1.0001", "21, -1", "28, 1.0001", "35, -1"})
  void aWrongKernelJetIsFound(int coefficient, double factor) {
    CheckReport report =
        report(
            INFINITE,
            e ->
                e.withKernel(
                    (x, xPrime) -> {
                      double[] ntk = e.kernel().at(x, xPrime).clone();
                      ntk[coefficient] *= factor;
                      return ntk;
                    }));
    assertBlamed(report, "kernel jets");
  }

  @ParameterizedTest
  @CsvSource({"false, -1", "false, 1.0001", "true, -1", "true, 1.0001"})
  void aWrongRightHandSideIsFound(boolean infinite, double factor) {
    CheckReport report =
        report(infinite ? INFINITE : finite(), e -> e.withFlow(new WrongFlow(e.flow(), factor)));
    Set<String> blamed =
        report.failures().stream().map(CheckResult::name).collect(Collectors.toSet());
    assertThat(blamed)
        .containsExactlyInAnyOrder(
            infinite
                ? new String[] {"right-hand side"}
                : new String[] {"parameter gradient", "right-hand side"});
    assertThat(report.evaluators())
        .filteredOn(result -> blamed.contains(result.name()))
        .noneMatch(CheckResult::passed);
  }
}
