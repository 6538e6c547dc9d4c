package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.symbolic.InputException;

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
    assertThatThrownBy(() -> Geometries.read(base().with(change)))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(variety\\.yaml:\\d+|--set .*): \\Q" + message + "\\E");
  }

  /** The training gone, and a regime that does without. */
  @ParameterizedTest
  @MethodSource("brokenRegimes")
  void namesWhatIsWrongWithARegime(String regime, String change, String message) {
    SpecSource frozen = base().with("training=null").with("regime=" + regime).with("solve={}");
    assertThatThrownBy(() -> Geometries.read(frozen.with(change)))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(variety\\.yaml:\\d+|--set .*): \\Q" + message + "\\E");
  }

  static Stream<Arguments> brokenRegimes() {
    return resource("broken-regimes.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split(" => ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linearised | solve={ridge: 1e-4, iterations: 7, tolerance: 0}",
        "infinite | network={width: infinite, hidden_layers: 2, activation: erf}",
        "gaussian | kernel={length: 0.7}",
        "relu | neighbours={distances: [1e-8, 0.1], points: 5, seed: 3}",
        "delta | kernel.length=0.01"
      })
  void readsBackRegimes(String regime, String change) {
    RunSpec spec =
        Geometries.read(
            base().with("training=null").with("regime=" + regime).with("solve={}").with(change));
    assertThat(Geometries.read(SpecSource.ofText(spec.toYaml(), "resolved"))).isEqualTo(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=another",
        "observe=[alignment, ntk_drift]",
        "metric=null",
        "loss=null",
        "loss={density: log(q)^2}",
        "loss={density: \"q*trace_inverse - 2/Pi\", normalisation: exact}",
        "regime=linearised",
        "network.initialisation=glorot",
        "network.centred=false",
        "training.schedule={decay: exponential, final_rate: 1e-6, warmup: 0.5}",
        "training={method: lbfgs, epochs: 7, early_stopping: {patience: 3}}",
        "training={epochs: 7, finish: {method: lbfgs, iterations: 3}, record: 2, seed: 5}",
        "training={method: natural-gradient, steps: 9, batch: 100, damping: 1e-4, record: 3}",
        "sample={points: [[[1, 0], [1, 0], [1, 0], [0, 1]], [[1, 0], [2, 0], [1, 0], [0, 1]]]}"
      })
  void readsBackWhatItWrites(String change) {
    RunSpec spec = Geometries.read(base().with(change));
    assertThat(Geometries.read(SpecSource.ofText(spec.toYaml(), "resolved"))).isEqualTo(spec);
  }
}
