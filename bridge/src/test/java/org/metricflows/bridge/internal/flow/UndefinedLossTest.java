package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/** A density that has no value at the start is bad input, not a flow that stops. */
class UndefinedLossTest {

  @Test
  void aDensityThatIsNotFiniteAtTheStartIsRefused() {
    String text =
        """
        chart: {coordinates: [x]}
        metric: {ansatz: additive, background: [["1"]]}
        network: {width: infinite, hidden_layers: 1, activation: erf}
        sample: {points: [[0.1], [0.5]]}
        loss: {density: "log(g11-5)"}
        flow: {time: 1, record: [0, 1]}
        """;
    Spec spec = SpecSource.ofText(text, "undefined").read(Purpose.RUN);
    assertThatThrownBy(() -> ChartProblem.of(spec))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("loss.density: it is NaN for the metric that the flow starts from");
  }
}
