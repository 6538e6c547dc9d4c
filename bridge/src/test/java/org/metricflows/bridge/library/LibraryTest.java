package org.metricflows.bridge.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.loss.Loss;

/** Flows stated in Java are those that specs state, to the last bit. */
class LibraryTest {
  private static final double[][] POINTS = {{0.1, 0.2}, {-0.4, 0.3}, {0.5, -0.6}};

  private static MetricFlow flow(Space space) {
    Chart chart = space.chart();
    return MetricFlow.on(space)
        .metric(chart.metric("1 + 0.3*x^2", "0.1*x*y", "1 + 0.2*cos(y)"))
        .network(Network.of("erf", 8, 8).deviations(1.2, 0.1).seed(3))
        .loss(Loss.ricci());
  }

  @Test
  void aFlowInJavaIsThatOfTheSpec() {
    String spec =
        """
        chart: {coordinates: [x, y]}
        metric: {background: [["1 + 0.3*x^2", "0.1*x*y"], ["0.1*x*y", "1 + 0.2*cos(y)"]]}
        network: {hidden_layers: [8, 8], activation: erf, weight_std: 1.2, bias_std: 0.1, seed: 3}
        sample: {points: [[0.1, 0.2], [-0.4, 0.3], [0.5, -0.6]]}
        loss: {name: ricci}
        flow: {time: 0.1, record: [0, 0.05, 0.1]}
        observe: [R_min]
        """;
    RunResult told = Geometries.run(SpecSource.ofText(spec, "spec.yaml"), Map.of()).inMemory();
    Result result =
        flow(Chart.of("x", "y").points(POINTS))
            .observing(Vocabulary.R_MIN)
            .run(Times.of(0, 0.05, 0.1));
    assertThat(result.isCompleted()).isTrue();
    for (int k = 0; k < 3; k++) {
      Map<String, Object> record = told.records().get(k);
      assertThat(result.series("loss")[k]).isEqualTo(record.get("loss"));
      assertThat(result.series("R_min")[k]).isEqualTo(record.get("R_min"));
      double[] g = ((double[][]) record.get("metric_at_points"))[1];
      double[][] matrix = result.records().get(k).metric(1);
      assertThat(matrix[0]).containsExactly(g[0], g[1]);
      assertThat(matrix[1]).containsExactly(g[1], g[2]);
    }
  }

  @Test
  void aCalabiYauTrainingWithADensityOfOnesOwnIsThatOfTheSpec() {
    String spec =
        """
        variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
        network: {hidden_layers: [6], activation: gelu, parametrization: ntk, bias_std: 0.5, seed: 1}
        sample: {count: 60, held_out: 20, seed: 3}
        loss: {density: "log(q)^2"}
        training: {epochs: 2, batch: 20, learning_rate: 1e-2, schedule: {decay: cosine, final_rate: 1e-5}}
        """;
    RunResult told = Geometries.run(SpecSource.ofText(spec, "spec.yaml"), Map.of()).inMemory();
    CalabiYau cubic = CalabiYau.of(List.of(2), "z0^3+z1^3+z2^3").points(60, 20, 3);
    Network network = Network.of("gelu", 6);
    Result result = cubic.density("log(q)^2").train(network, 2, 20, 1e-2, record -> {});
    Result other = cubic.train(network, 2, 20, 1e-2, record -> {});
    for (int k = 0; k < 3; k++) {
      assertThat(result.series("loss")[k]).isEqualTo(told.records().get(k).get("loss"));
      assertThat(other.series("loss")[k]).isNotEqualTo(result.series("loss")[k]);
    }
    assertThatThrownBy(() -> cubic.density("log(Q)^2"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("density: unknown symbol 'Q'");
  }

  /** A space of one's own with the same points gives the same flow. */
  @Test
  void aSpaceMayBeOnesOwn() {
    Chart chart = Chart.of("x", "y");
    Space own =
        new Space() {
          @Override
          public Chart chart() {
            return chart;
          }

          @Override
          public double[][] points() {
            return POINTS;
          }

          @Override
          public double[] weights() {
            return new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
          }
        };
    assertThat(flow(own).run(Times.of(0.02)).state())
        .isEqualTo(flow(chart.points(POINTS)).run(Times.of(0.02)).state());
  }

  @Test
  void aGridHasItsMetricInMemory() {
    Chart torus = Chart.of("x", "y").periodic("x", 2 * Math.PI).periodic("y", 2 * Math.PI);
    Result result =
        MetricFlow.on(torus.grid(8, 8))
            .metric(torus.metric("1 + cos(x)/10", "0", "1 + sin(y)/10"))
            .drive(Drive.ricci())
            .run(Times.of(0, 0.01));
    assertThat(result.at(0).metric(0)[0][0]).isEqualTo(1.1);
    assertThat(result.last().metric(8)).hasDimensions(2, 2);
  }

  @Test
  void recordsAreToldAsTheyCome() {
    List<Double> times = new ArrayList<>();
    Result result =
        flow(Chart.of("x", "y").points(POINTS))
            .observing("trace", record -> record.metric(0)[0][0] + record.metric(0)[1][1])
            .run(Times.of(0, 0.01, 0.02), record -> times.add(record.time()));
    assertThat(times).containsExactly(0.0, 0.01, 0.02);
    assertThat(result.series("trace")).hasSize(3).doesNotContain(0);
    assertThatThrownBy(() -> result.at(0.015)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> result.series("sigma"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("trace");
  }

  @Test
  void whatIsMissingIsNamed() {
    Chart chart = Chart.of("x", "y");
    MetricFlow bare = MetricFlow.on(chart.points(POINTS));
    assertThatThrownBy(() -> bare.run(Times.of(1))).hasMessageStartingWith("metric: is missing");
    MetricFlow still = bare.metric(chart.metric("1", "0", "1")).loss(Loss.ricci());
    assertThatThrownBy(() -> still.run(Times.of(1))).hasMessageStartingWith("network: is missing");
    assertThatThrownBy(() -> chart.metric("1", "0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3 components");
    assertThatThrownBy(() -> chart.grid(4, 4)).hasMessageContaining("periodic");
    assertThatThrownBy(() -> Times.of(1, 1)).hasMessageContaining("must increase");
    assertThatThrownBy(() -> Network.of("relux(u)", 4)).isInstanceOf(InputException.class);
  }
}
