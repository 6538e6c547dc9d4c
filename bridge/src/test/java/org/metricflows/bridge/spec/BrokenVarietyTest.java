package org.metricflows.bridge.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a spec about a variety is said in one sentence, word by word. */
class BrokenVarietyTest {

  private static String resource(String name) {
    try (InputStream in = BrokenVarietyTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecSource base() {
    return SpecSource.ofText(resource("variety.yaml"), "variety.yaml");
  }

  static Stream<Arguments> broken() {
    return resource("broken-varieties.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split(" => ")));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void namesTheFieldTheValueAndWhatIsAllowed(String change, String message) {
    assertThatThrownBy(() -> base().with(change).readRun())
        .isInstanceOf(SpecException.class)
        .hasMessageMatching("(variety\\.yaml:\\d+|--set .*): \\Q" + message + "\\E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=another",
        "metric=null",
        "loss=null",
        "regime=linearised",
        "network.initialisation=glorot",
        "network.centred=false",
        "training.schedule={decay: exponential, final_rate: 1e-6, warmup: 0.5}",
        "training={method: lbfgs, epochs: 7, early_stopping: {patience: 3}}",
        "training={epochs: 7, finish: {method: lbfgs, iterations: 3}, record: 2, seed: 5}",
        "sample={points: [[[1, 0], [1, 0], [1, 0], [0, 1]], [[1, 0], [2, 0], [1, 0], [0, 1]]]}"
      })
  void readsBackWhatItWrites(String change) {
    RunSpec spec = base().with(change).readRun();
    assertThat(SpecSource.ofText(spec.toYaml(), "resolved").readRun()).isEqualTo(spec);
  }
}
