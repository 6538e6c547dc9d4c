package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/**
 * The evaluators of many kinds of flows agree with their independent twins. Each check states and
 * reasons its own tolerances.
 */
class SpecCheckTest {
  private static final String INFINITE = "network={width: infinite, hidden_layers: 2, ";
  private static final String STD = "weight_std: 1.3, bias_std: 0.4}";

  static Stream<Arguments> references() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("finite-flows", "infinite-flows")) {
      try (InputStream in =
          SpecCheckTest.class.getResourceAsStream("/reference/" + file + ".json")) {
        for (JsonNode node : new ObjectMapper().readTree(in).get("cases")) {
          String name = node.get("name").asText();
          SpecSource source = SpecSource.ofText(node.get("spec").toString(), name + ".json");
          cases.add(Arguments.of(name, source.read(Purpose.CHECK)));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void evaluatorsOfReferenceFlowsAreRight(String name, Spec spec) {
    assertPasses(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.outputs=independent",
        "network.parametrization=standard",
        "network.centred=false",
        "network.hidden_layers=[6, 3, 4]",
        "metric.ansatz=conformal",
        "metric.ansatz=cholesky",
        "loss={name: einstein, lambda: 0.7}",
        "loss={name: scalar-curvature, target: 1 + x*y}",
        "loss={name: perelman, density: exp(-x^2 - y^2/3)}",
        "loss={density: \"sqrtg*(R^2 + Ric2) + Riem2*exp(x)/detg + g12^2\"}",
        "loss={name: mse, target: [[\"2\", x*y], [x*y, \"3\"]]}",
        "metric.background=[[\"-1 - x^2\", \"0.1\"], [\"0.1\", \"2 + y\"]]"
      })
  void evaluatorsAreRightAtFiniteWidth(String assignment) {
    assertPasses(Specs.plane(assignment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.seed=2",
        "network.outputs=shared",
        "loss={name: perelman, density: \"1\"}",
        "network={width: infinite, hidden_layers: 2, activation: sin, inputs: periodic}",
        "flow={descent: natural, time: 1}"
      })
  void evaluatorsAreRightWithCosinesAndSines(String assignment) {
    String text =
        """
        chart: {coordinates: [x, y], periodic: {y: 3}}
        metric: {background: [["2 + x^2/5", "x/9"], ["x/9", "2"]]}
        network: {hidden_layers: [5, 4], activation: sin, inputs: periodic}
        sample: {monte_carlo: 4, box: {x: [-1, 1]}}
        loss: {name: ricci}
        flow: {time: 1}
        """;
    assertPasses(SpecSource.ofText(text, "test").with(assignment).read(Purpose.CHECK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity",
        "erf",
        "tanh",
        "sin",
        "cos",
        "gaussian",
        "exp",
        "gelu",
        "swish",
        "softplus",
        "sigmoid",
        "square",
        "cube",
        "\"u*Exp[-u^2/3] + ArcTan[u]\""
      })
  void activationsAreRightAtFiniteWidth(String activation) {
    assertPasses(Specs.plane("network.activation=" + activation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "erf",
        "sin",
        "cos",
        "gaussian",
        "exp",
        "gelu",
        "square",
        "identity",
        "\"Erf[u/2]\""
      })
  void kernelsAreRightAtInfiniteWidth(String activation) {
    assertPasses(Specs.plane(INFINITE + "activation: " + activation + ", " + STD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "\"u/Sqrt[1 + u^2]\""})
  void kernelsByQuadratureAreRight(String activation) {
    assertPasses(
        Specs.plane(
            INFINITE + "activation: " + activation + ", " + STD,
            "network.hidden_layers=1",
            "sample={points: [[0.1, 0.3], [-0.5, 0.2], [0, 0]]}"));
  }

  @Test
  void aKernelWithoutBiasIsRightAtTheOrigin() {
    assertPasses(
        Specs.plane(
            INFINITE + "activation: tanh, weight_std: 1.3}",
            "network.hidden_layers=1",
            "sample={points: [[0, 0], [0.3, -0.2]]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"network.activation=relu", INFINITE + "activation: relu, " + STD})
  void kinksAreAllowedWhereNoDerivativeIsTaken(String network) {
    assertPasses(Specs.plane(network, "loss={name: mse, target: [[\"2\", x*y], [x*y, \"3\"]]}"));
  }

  /** Weights of grids and random points do not hold the density yet. */
  @ParameterizedTest
  @ValueSource(strings = {"grid: [3, 3]", "monte_carlo: 6"})
  void perelmansDensityMultipliesTheWeightsOfAQuadrature(String sample) {
    assertPasses(
        Specs.plane(
            "sample={" + sample + ", box: {x: [-1, 1], y: [-1, 1]}}",
            "loss={name: perelman, density: exp(-x^2)}"));
  }

  /** Outputs have little room, or much, in such metrics; a flow may even be at rest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric.background=[[(1 + y^2)/10^6, \"0\"], [\"0\", (1 + x^2)/10^6]]",
        "metric.background=[[(1 + y^2)*10^6, \"0\"], [\"0\", (1 + x^2)*10^6]]",
        "metric.background=[[1 + y^2, \"0\"], [\"0\", (1 + x^2)/10^4]]",
        "metric.background=[[\"1\", \"0.999\"], [\"0.999\", 1 + x^2/10]]",
        "metric.background=[[\"1\", \"0\"], [\"0\", \"1\"]]",
        "loss={density: Riem2 - 4*Ric2 + R^2}"
      })
  void extremeScalesAndCancellationsRaiseNoFalseAlarm(String assignment) {
    assertPasses(Specs.plane(assignment));
  }

  @Test
  void functionsOfALimitedDomainAreCheckedWithinIt() {
    assertPasses(Specs.plane("network.activation=Log[3 + u]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Max[u, u/10]\"", "\"Abs[u]\"", "relu"})
  void kernelsOfPiecewiseLinearActivationsAreRight(String activation) {
    assertPasses(
        Specs.plane(
            INFINITE + "activation: " + activation + ", " + STD,
            "loss={name: mse, target: [[\"2\", x*y], [x*y, \"3\"]]}"));
  }

  @Test
  void aKernelThatDoesNotExistIsRefused() {
    assertThatThrownBy(
            () -> SpecCheck.of(Specs.plane(INFINITE + "activation: \"Log[3 + u]\", " + STD)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("network.activation");
  }

  @Test
  void anObservedCurvatureAsksForMoreKernelJetsThanTheLoss() {
    assertPasses(
        Specs.plane(
            INFINITE + "activation: gelu, " + STD,
            "observe=[R_min]",
            "loss={name: mse, target: [[\"2\", x*y], [x*y, \"3\"]]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.outputs=shared",
        "metric.ansatz=cholesky",
        "loss={name: perelman, density: exp(-x^2 - y*z)}",
        "loss={density: sqrtg*Riem2}",
        INFINITE + "activation: sin, " + STD
      })
  void evaluatorsAreRightInThreeDimensions(String assignment) {
    assertPasses(Specs.space(assignment));
  }

  @Test
  void evaluatorsAreRightInOneAndFourDimensions() {
    assertPasses(
        Specs.spec(
            """
            chart: {coordinates: [x], periodic: {x: 2*Pi}}
            metric: {background: [["2 + cos(x)"]]}
            network: {hidden_layers: [4], activation: tanh}
            sample: {grid: [70]}
            loss: {density: "sqrtg*(g11 - 1)^2 + R^2"}
            """));
    assertPasses(
        Specs.spec(
            """
            chart: {coordinates: [t, x, y, z]}
            metric:
              ansatz: diagonal-exponential
              background:
              - ["-1 - x^2/3", "0", "0", "0"]
              - ["0", "1 + t^2/4", "0", "0"]
              - ["0", "0", "1 + z*x/4", "0"]
              - ["0", "0", "0", "exp(y/2)"]
            network: {width: infinite, hidden_layers: 1, activation: erf, bias_std: 0.3}
            sample: {monte_carlo: 3, box: {t: [0, 1], x: [0, 1], y: [0, 1], z: [0, 1]}}
            loss: {name: ricci}
            """));
  }

  @Test
  void aLargeSampleIsThinned() {
    CheckReport report =
        SpecCheck.of(Specs.plane("sample={grid: [30, 30], box: {x: [-1, 1], y: [-1, 1]}}"))
            .run(part -> {});
    assertThat(report.passed()).isTrue();
    assertThat(report.evaluators()).allMatch(result -> result.points() <= 50);
  }

  @Test
  void reportsWhatChecksRelyOn() {
    List<String> parts = new ArrayList<>();
    CheckReport report = SpecCheck.of(Specs.plane()).run(parts::add);
    assertThat(parts).contains("activation", "loss", "gradient", "flow");
    assertThat(report.toTree()).containsKeys("evaluators", "passed").containsEntry("passed", true);
    assertThat(report.evaluators().get(0).toTree())
        .containsKeys("name", "points", "max_relative_error", "against");
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .contains(
            "activation jets",
            "ansatz",
            "loss density",
            "network jets",
            "parameter gradient",
            "right-hand side");
  }

  @Test
  void refusesWhatRunRefuses() {
    assertThatThrownBy(() -> SpecCheck.of(Specs.plane("network.activation=relu")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("network.activation");
  }

  private static void assertPasses(Spec spec) {
    CheckReport report = SpecCheck.of(spec).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators()).hasSizeGreaterThan(6);
  }
}
