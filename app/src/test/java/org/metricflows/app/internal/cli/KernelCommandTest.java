package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command kernel against values that an independent program computed with mpmath. */
class KernelCommandTest {
  /** Relative; the command is promised to this accuracy, with an absolute floor near zeros. */
  private static final double TOLERANCE = 1e-11;

  @TempDir private Path folder;

  static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    try (var in = KernelCommandTest.class.getResourceAsStream("/reference/kernels.json")) {
      new ObjectMapper().readTree(in).get("cases").forEach(cases::add);
    }
    return cases;
  }

  private static String point(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(","));
  }

  private static void assertClose(JsonNode actual, JsonNode expected) {
    double value = Double.parseDouble(expected.asText());
    assertThat(actual.asDouble())
        .isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
  }

  private static void assertMatches(Execution execution, JsonNode reference) throws IOException {
    assertThat(execution.err()).isEmpty();
    assertThat(execution.exitCode()).isZero();
    JsonNode document = new ObjectMapper().readTree(execution.out());
    assertClose(document.get("nngp"), reference.get("nngp"));
    assertClose(document.get("ntk"), reference.get("ntk"));
    for (Map.Entry<String, JsonNode> jet : reference.path("ntk_jets").properties()) {
      assertThat(document.get("ntk_jets").has(jet.getKey())).as(jet.getKey()).isTrue();
      assertClose(document.get("ntk_jets").get(jet.getKey()), jet.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheReference(JsonNode reference) throws IOException {
    Execution execution =
        Execution.of(
            "kernel",
            "--activation",
            reference.get("activation").asText(),
            "--hidden-layers",
            reference.get("hidden_layers").asText(),
            "--weight-std",
            reference.get("weight_std").asText(),
            "--bias-std",
            reference.get("bias_std").asText(),
            "--at",
            point(reference.get("x")),
            "--prime=" + point(reference.get("x_prime")),
            "--json");
    assertMatches(execution, reference);
  }

  @Test
  void takesTheNetworkOfASpec() throws IOException {
    JsonNode reference = cases().get(0);
    Path spec = folder.resolve("network.yaml");
    Files.writeString(
        spec,
        "network: {width: infinite, hidden_layers: %s, activation: %s, weight_std: %s, bias_std: %s}\n"
            .formatted(
                reference.get("hidden_layers").asText(),
                reference.get("activation").asText(),
                reference.get("weight_std").asText(),
                reference.get("bias_std").asText()));
    Execution execution =
        Execution.of(
            "kernel",
            spec.toString(),
            "--json",
            "--at=" + point(reference.get("x")),
            "--prime",
            point(reference.get("x_prime")));
    assertMatches(execution, reference);
  }

  @Test
  void printsClosedFormAndDerivativesForAPerson() {
    Execution execution =
        Execution.of(
            "kernel",
            "--activation",
            "erf",
            "--hidden-layers",
            "1",
            "--at",
            "-0.4,0.6",
            "--prime",
            "0.5,-1");
    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).contains("kappa", "Theta1", "NTK", "d2_x1 d2_xp2", "\nd1_xp1 ");
    assertThat(execution.out()).doesNotContain("d0_");
  }

  /** Points far out and networks deep down: κ is at 2/π asin ρ and Θ at its fixed point. */
  @Test
  void isFiniteWhereItsIntermediateValuesAreNot() throws IOException {
    JsonNode far =
        new ObjectMapper()
            .readTree(
                Execution.of(
                        "kernel",
                        "--activation=erf",
                        "--hidden-layers=1",
                        "--at=1e8,1",
                        "--prime=2e8,1",
                        "--json")
                    .out());
    // 1 + 2p + 2q + 4(pq - r^2) with p = (1e16 + 1)/2, q = (4e16 + 1)/2, r = (2e16 + 1)/2
    double gap = 1 + (1e16 + 1) + (4e16 + 1) + 1e16;
    double nngp = 2 / Math.PI * Math.atan2(2e16 + 1, Math.sqrt(gap));
    assertThat(far.get("nngp").asDouble()).isCloseTo(nngp, within(1e-15));
    double ntk = nngp + 4 / Math.PI / Math.sqrt(gap) * (2e16 + 1) / 2;
    assertThat(far.get("ntk").asDouble()).isCloseTo(ntk, within(1e-14 * ntk));
    Execution deep =
        Execution.of(
            "kernel",
            "--activation=relu",
            "--hidden-layers=1000",
            "--at=1",
            "--prime=3",
            "--bias-std=1");
    assertThat(deep.exitCode()).isZero();
    assertThat(deep.out())
        .contains("Theta1000")
        .containsPattern("NNGP +2\n")
        .containsPattern("NTK +4\n");
  }
}
