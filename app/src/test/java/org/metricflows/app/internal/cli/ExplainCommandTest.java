package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The command explain. */
class ExplainCommandTest {

  @Test
  void tellsMeaningDefaultAndWhatIsAllowed() {
    Execution execution = Execution.of("explain", "flow.relative_tolerance");
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out())
        .contains("flow.relative_tolerance (chart)", "of adaptive integrators", "default: 1e-10")
        .contains("allowed: a number from 1.0E-14 to 0.1");
  }

  @Test
  void aKeyMeansWhatItMeansInEachSpace() throws IOException {
    JsonNode keys =
        new ObjectMapper()
            .readTree(Execution.of("explain", "metric.background", "--json").out())
            .get("keys");
    assertThat(keys).hasSize(3);
    assertThat(keys.findValuesAsText("space")).containsExactly("chart", "lie_algebra", "manifold");
    assertThat(keys.findValuesAsText("meaning").get(0)).contains("in the coordinates");
    assertThat(keys.findValuesAsText("meaning").get(1)).contains("constants");
    assertThat(keys.findValuesAsText("meaning").get(2)).contains("pull back");
  }

  @Test
  void theEndOfAPathWillDo() {
    assertThat(Execution.of("explain", "tau").out()).contains("flow.tau (chart)", "perelman_W");
    assertThat(Execution.of("explain", "neighbours").out())
        .contains("neighbours.distances (variety)", "neighbours (variety)");
  }

  @Test
  void aMisspeltKeyIsCorrected() {
    Execution execution = Execution.of("explain", "activaton");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("'activaton' is no key", "did you mean 'activation'?");
  }
}
