package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.gallery.Example;
import org.metricflows.app.internal.gallery.Gallery;

/** The command check over the gallery. */
class CheckCommandTest {

  @TempDir private Path folder;

  static List<String> examplesWithANetwork() {
    return Gallery.all().stream()
        .filter(example -> example.text().contains("\nnetwork:"))
        .map(Example::name)
        .toList();
  }

  private Path spec(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, Gallery.find(name).orElseThrow().text());
    return file;
  }

  @ParameterizedTest
  @MethodSource("examplesWithANetwork")
  void theGalleryPasses(String name) throws IOException {
    Execution execution = Execution.of("check", spec(name).toString(), "--json");
    JsonNode document = new ObjectMapper().readTree(execution.out());
    assertThat(document.get("passed").asBoolean()).as(execution.err()).isTrue();
    assertThat(execution.exitCode()).isZero();
    // of a network that follows an equation it is the equation that is checked
    boolean descends = !Gallery.find(name).orElseThrow().text().contains("equation: ricci");
    assertThat(document.get("evaluators")).hasSizeGreaterThan(descends ? 6 : 2);
    for (JsonNode evaluator : document.get("evaluators")) {
      assertThat(evaluator.get("name").isTextual()).isTrue();
      assertThat(evaluator.get("against").isTextual()).isTrue();
      assertThat(evaluator.get("points").isInt()).isTrue();
      assertThat(evaluator.get("max_relative_error").isDouble()).isTrue();
    }
  }

  @Test
  void printsATableAndSaysOnStandardErrorWhatItDoes() throws IOException {
    Execution execution = Execution.of("check", spec("perelman-density").toString());
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out())
        .contains("evaluator", "relative error", "kernel jets", "right-hand side", "agree\n")
        .doesNotContain("FAILED");
    assertThat(execution.err()).contains("checking kernel");
  }

  @Test
  void aVariantOfTheSpecIsCheckedByReplacingItsValues() throws IOException {
    Execution execution =
        Execution.of(
            "check",
            spec("ricci-two-widths").toString(),
            "--set",
            "network.width=16",
            "--set",
            "network.hidden_layers=2");
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).contains("parameter gradient").doesNotContain("kernel jets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ricci-torus", "perelman-torus"})
  void checksFlowsOnGrids(String name) throws IOException {
    Execution execution = Execution.of("check", spec(name).toString());
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("grid jets", "velocity", "local kernel");
  }

  @Test
  void checksCosineFeatures() throws IOException {
    Execution execution = Execution.of("check", spec("network-to-perelman").toString());
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("loss density", "kernel jets", "right-hand side");
  }

  @Test
  void checksTheBalancingOfAlgebraicMetrics() throws IOException {
    Execution execution = Execution.of("check", spec("donaldson-quintic").toString());
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("sections", "balancing map", "volume ratio", "agree");
    assertThat(execution.err()).contains("checking balancing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kerr"})
  void refusesASpecWithoutNetworkOrLoss(String name) throws IOException {
    Execution execution = Execution.of("check", spec(name).toString());
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("'check' needs it");
  }
}
