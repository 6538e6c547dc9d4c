package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.ChartAnsatz;

/** What is read, what is filled in, and that a resolved spec reads back as itself. */
class SpecRoundTripTest {
  private static final String BASE =
      """
      title: "a 'small' flow: \\u221e"
      chart: {coordinates: [x, y], periodic: {x: 2*Pi}}
      metric: {background: [["1+x^2", "0.1*x*y"], [0.1*x*y, 2]]}
      network: {hidden_layers: [4, 3], activation: "u/Sqrt(1+u^2)", bias_std: 1e-3}
      sample: {points: [[0.1, 1e-10], [.5, -2]]}
      loss: {name: ricci}
      flow: {time: 2}
      """;

  private static Spec read(String text) {
    return SpecSource.ofText(text, "test.yaml").read(Purpose.RUN);
  }

  private static Spec with(String... sets) {
    SpecSource source = SpecSource.ofText(BASE, "test.yaml");
    for (String set : sets) {
      source = source.with(set);
    }
    return source.read(Purpose.RUN);
  }

  @Test
  void fillsInDefaults() {
    Spec spec = read(BASE);
    assertThat(spec.title()).isEqualTo("a 'small' flow: \u221e");
    assertThat(spec.chart().periods()).containsOnlyKeys("x");
    assertThat(spec.chart().periods().get("x").text()).isEqualTo("2*Pi");
    assertThat(spec.chart().lengths())
        .containsExactly(OptionalDouble.of(2 * Math.PI), OptionalDouble.empty());
    assertThat(spec.metric().ansatz()).isEqualTo(ChartAnsatz.ADDITIVE);
    assertThat(spec.metric().background().texts())
        .isEqualTo(List.of(List.of("1+x^2", "0.1*x*y"), List.of("0.1*x*y", "2")));
    Symbol x = new Symbol("x");
    Expr xy = Rational.of(0.1).times(x).times(new Symbol("y"));
    assertThat(spec.metric().background().components())
        .containsExactly(x.pow(2).plus(1), xy, Rational.of(2));
    Symbol u = Activation.ARGUMENT;
    assertThat(spec.network())
        .isEqualTo(
            new NetworkSpec(
                new Width.Finite(List.of(4, 3)),
                new Activation("u/Sqrt(1+u^2)", u.over(Expr.sqrt(u.pow(2).plus(1)))),
                1.0,
                1e-3,
                Parametrization.NTK,
                OutputSharing.INDEPENDENT,
                false,
                true,
                new ParameterSpec.Seeded(1)));
    assertThat(spec.sample())
        .isEqualTo(
            new SampleSpec.Points(
                Table.of(new double[][] {{0.1, 1e-10}, {0.5, -2}}), List.of(0.5, 0.5)));
    assertThat(spec.flow())
        .isEqualTo(
            new FlowSpec(
                new Dynamics.Network(),
                2,
                List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0),
                Method.DORMAND_PRINCE_853,
                1e-10,
                1e-12,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(spec.observe()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=plain",
        "chart.periodic=null",
        "metric.ansatz=cholesky",
        "flow={time: 1, equation: ricci-deturck}",
        "flow={time: 1, kernel: local, bandwidth: 0.2, supermetric: dewitt, tau: 2}",
        "metric.ansatz=conformal",
        "network={width: infinite, hidden_layers: 3, activation: erf, weight_std: 1.5}",
        "network={width: 7, hidden_layers: 2, activation: tanh, outputs: shared, seed: 12}",
        "network.parametrization=standard",
        "network.centred=false",
        "sample.weights=[0.25, 3e-300]",
        "sample={grid: [8, 4], box: {y: [-1, 2.5]}}",
        "sample={monte_carlo: 100, seed: 9, box: {y: [0, 1e10]}}",
        "loss={name: mse, target: [[1, x], [x, \"Sin[y]\"]]}",
        "loss={name: einstein, lambda: -0.5}",
        "loss={name: scalar-curvature, target: 2}",
        "loss={name: perelman, density: \"exp(-x^2)\"}",
        "loss={density: \"R^2 + |Ric|^2*sqrtg + x\"}",
        "flow.record=[0, 0.1, 1.7]",
        "flow.integrator=gragg-bulirsch-stoer",
        "flow={time: 1, integrator: runge-kutta, step: 0.01}",
        "flow={time: 1, equation: gradient, kernel: network, absolute_tolerance: 1e-15}",
        "test_points=[[1, 2], [3, 4], [-0.0, 4.9e-324]]",
        "observe=[metric_ntk, R_min]",
      })
  void resolvedSpecReadsBackEqual(String set) {
    Spec spec = with(set);
    assertThat(read(spec.toYaml())).isEqualTo(spec);
    assertThat(read(spec.toYaml()).toYaml()).isEqualTo(spec.toYaml());
    assertThat(spec).isNotEqualTo(with("title=other"));
  }

  @Test
  void givenParametersReadBackEqual() {
    String shared =
        """
        network:
          hidden_layers: [2]
          activation: erf
          outputs: shared
          parameters:
          - {weights: [[1, 2], [3, 4]], biases: [5, 6]}
          - {weights: [[1, 2], [3, 4], [5, 6]], biases: [1, 2, 3]}
        """;
    Spec spec = read(BASE.replaceFirst("network:.*\n", shared));
    ParameterSpec.Given given = (ParameterSpec.Given) spec.network().parameters();
    assertThat(given.networks()).hasSize(1);
    assertThat(given.networks().get(0).get(1).weights().get(2, 1)).isEqualTo(6);
    assertThat(read(spec.toYaml())).isEqualTo(spec);

    String one = "[{weights: [[1, 2]], biases: [3]}, {weights: [[4]], biases: [5]}]";
    Spec independent =
        with(
            "network={hidden_layers: [1], activation: sin, parameters: ["
                + one
                + ","
                + one
                + ","
                + one
                + "]}");
    given = (ParameterSpec.Given) independent.network().parameters();
    assertThat(given.networks()).hasSize(3);
    assertThat(read(independent.toYaml())).isEqualTo(independent);
  }

  @Test
  void jsonIsReadLikeYaml() {
    String json = "{\n\t\"chart\": {\"coordinates\": [\"t\\/\"]}}";
    assertThat(
            SpecSource.ofText("{chart: {coordinates: [r]}, metric: {background: [[1e0]]}}", "a")
                .read(Purpose.CURVATURE))
        .isEqualTo(
            SpecSource.ofText(
                    json.replace("t\\/", "r")
                        .replace("]}}", "]}, \"metric\": " + "{\"background\": [[\"1e0\"]]}}"),
                    "a.json")
                .read(Purpose.CURVATURE));
  }

  @Test
  void variantsAreTheSpecWithAFewValuesChanged() {
    String compare =
        """
        compare:
          infinite: {network.width: infinite, network.hidden_layers: 2}
          wide: {network.hidden_layers: [64, 64], title: wide}
        """;
    Map<String, SpecSource> variants = SpecSource.ofText(BASE + compare, "t").variants();
    assertThat(variants.keySet()).containsExactly("infinite", "wide");
    assertThat(variants.get("infinite").read(Purpose.RUN).network().width())
        .isEqualTo(new Width.Infinite(2));
    Spec wide = variants.get("wide").read(Purpose.RUN);
    assertThat(wide).isEqualTo(with("network.hidden_layers=[64,64]", "title=wide"));
    assertThat(SpecSource.ofText(BASE, "t").variants()).isEmpty();
  }

  @Test
  void symmetryIsOfFormulasNotOfTexts() {
    Spec spec = with("metric.background=[[1, \"x*y + Sin[x]\"], [\"sin(x)+y x\", 1]]");
    assertThat(spec.metric().background().rows().get(1).get(0).text()).isEqualTo("sin(x)+y x");
  }
}
