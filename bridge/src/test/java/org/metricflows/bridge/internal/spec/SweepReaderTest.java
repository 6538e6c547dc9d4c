package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.symbolic.InputException;

/** The sections sweep, measure and reference: what members they make, and how they are refused. */
class SweepReaderTest {
  private static final String SPEC =
      """
      chart: {coordinates: [x]}
      metric: {background: [["1"]]}
      network: {width: 8, hidden_layers: 1, activation: erf}
      sample: {points: [[0]]}
      loss: {name: mse, target: [["1"]]}
      flow: {time: 1}
      """;

  private static SpecSource source(String sections) {
    return SpecSource.ofText(SPEC + sections, "spec.yaml");
  }

  private static SweepSpec sweep(String sections) {
    return source(sections).sweep();
  }

  private static NetworkSpec network(SpecSource source) {
    return ((Spec) Geometries.read(source)).network();
  }

  @Test
  void theLastKeyRunsFastest() {
    SweepSpec sweep = sweep("sweep: {network.width: [4, 16], network.seed: [3, 1, 2]}\n");
    assertThat(sweep.members())
        .extracting(
            m -> network(m.source()).width(),
            m -> ((ParameterSpec.Seeded) network(m.source()).parameters()).seed())
        .map(tuple -> tuple.toList().toString())
        .containsExactly(
            "[Finite[hiddenLayers=[4]], 3]",
            "[Finite[hiddenLayers=[4]], 1]",
            "[Finite[hiddenLayers=[4]], 2]",
            "[Finite[hiddenLayers=[16]], 3]",
            "[Finite[hiddenLayers=[16]], 1]",
            "[Finite[hiddenLayers=[16]], 2]");
    assertThat(sweep.members().get(4).at()).containsExactly(1, 1);
    assertThat(sweep.measures()).isEmpty();
  }

  @Test
  void aReferenceLiesOverEveryMember() {
    SweepSpec sweep =
        sweep(
            "sweep: {network.width: [4], network.bias_std: [1, 2]}\nreference: {network.width: infinite}\n");
    assertThat(sweep.members())
        .allSatisfy(m -> assertThat(network(m.reference().orElseThrow()).isInfinite()).isTrue())
        .extracting(m -> network(m.reference().orElseThrow()).biasStd())
        .containsExactly(1.0, 2.0);
  }

  @Test
  void aSingleRunKnowsNothingOfTheSections() {
    String sections =
        "sweep: {network.width: [4]}\nmeasure: [loss]\nreference: {network.seed: 2}\n";
    assertThat(Geometries.read(source(sections))).isEqualTo(Geometries.read(source("")));
  }

  @Test
  void aSeedHasNoMeaningAtInfiniteWidth() {
    SpecSource infinite = source("").with("network.width=infinite");
    assertThat(Geometries.read(infinite.with("network.seed=7")))
        .isEqualTo(Geometries.read(infinite));
  }

  @Test
  void setReplacesAKeyWithDotsInIt() {
    SpecSource source = source("sweep: {network.width: [4, 8], network.seed: [1, 2]}\n");
    assertThat(source.with("sweep.network.seed=[5]").sweep().members()).hasSize(2);
    assertThat(source.with("sweep.network.seed=null").sweep().axes())
        .extracting(SweepAxis::key)
        .containsExactly("network.width");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "16; 16",
        "0.05; 0.05",
        "-1e-3; -0.001",
        "[64]; 64",
        "[64, 64]; 64",
        "[64, 32]; none",
        "infinite; none",
        "[]; none",
        "[[2]]; none",
        "1/2; none"
      })
  void aValueStandsForANumber(String value, Double number) {
    OptionalDouble expected = number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    assertThat(new SweepAxis("a", List.of(value)).number(0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "network.width; 8, 16; true", "network.width; 8, infinite; false",
        "flow.bandwidth; 0, 0.1; false", "flow.bandwidth; 0, 0.1, 0.2; true",
        "network.seed; 1, 2; false", "network.activation; erf, tanh; false"
      })
  void aPowerLawNeedsTwoPositiveNumbers(String key, String values, boolean isScale) {
    assertThat(new SweepAxis(key, List.of(values.split(", "))).isScale()).isEqualTo(isScale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep: 3 | sweep: must be a mapping of dotted keys to lists of values, but is '3'",
        "sweep: {} | sweep: must be a mapping of dotted keys to lists of values, but is a mapping",
        "sweep: {network.seed: 3} | sweep.network.seed: must be a list of values, but is '3'",
        "sweep: {network.seed: []}"
            + "| sweep.network.seed: must be a list of values, but is an empty list",
        "sweep: {network.seed: [1, 2, 1]}"
            + "| sweep.network.seed[2]: 1 is there already; the values of a key must differ",
        "sweep: {network.hidden_layers: [[8, 8], [ 8,8 ]]}"
            + "| sweep.network.hidden_layers[1]: [8, 8] is there already; the values of a key must"
            + " differ",
        "sweep: {network.seed: [1], network.seed: [2]}"
            + "| key 'network.seed' appears twice (first in line 7)",
        "sweep: {network.seed: [1], network: [{}]}"
            + "| sweep.network: cannot be swept beside 'network.seed': one of them is within the"
            + " other",
        "sweep: {measure: [[loss]]}"
            + "| sweep.measure: cannot be swept: 'measure' is about the runs as a group",
        "sweep: {network..seed: [1]}"
            + "| sweep.network..seed: is not a dotted key such as network.seed",
        "sweep: {flow.time.x: [1]}"
            + "| flow.time.x: flow.time is a value, not a section, so it has no 'x'"
      })
  void aBrokenBlockIsNamed(String section, String message) {
    assertThatThrownBy(() -> sweep(section + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("spec.yaml:7: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"measure: [loss at 1]", "measure: ['loss@']", "measure: ['@1']"})
  void aMeasureHasAForm(String measure) {
    assertThatThrownBy(() -> sweep("sweep: {network.seed: [1]}\n" + measure + "\n"))
        .hasMessageStartingWith(
            "spec.yaml:8: measure[0]: must be a name or name@time, such as loss or ntk_distance@0,"
                + " but is '");
  }

  @Test
  void aSpecWithoutASweepSaysWhatIsMissing() {
    assertThatThrownBy(() -> sweep(""))
        .hasMessage(
            "spec.yaml:1: sweep: is missing; 'sweep' needs it: lists of values under dotted keys");
  }

  @Test
  void theProductIsBounded() {
    String hundred =
        IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    assertThatThrownBy(
            () ->
                sweep(
                    "sweep: {network.seed: [%s], network.width: [%s]}\n"
                        .formatted(hundred, hundred)))
        .hasMessage("spec.yaml:7: sweep: has more than 10000 members (101 x 101)");
  }
}
