package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metric that a run has ended with, as source that runs by itself, against evaluate. */
class ExportedRunTest {
  private static final String LEARNING =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [["2 + x^2/5", "x/9"], ["x/9", "2"]]}
      network: {hidden_layers: [6, 5], activation: gelu}
      sample: {monte_carlo: 40, box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: mse, target: [["1", "0"], ["0", "1"]]}
      """;

  private static final String FOLLOWING =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric:
        ansatz: conformal
        background: [["Exp[Cos[x]/4]", "0"], ["0", "Exp[Cos[x]/4]"]]
      network: {hidden_layers: [5, 5], activation: sin}
      sample: {grid: [8, 8]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        LEARNING + "training: {epochs: 3, batch: 10}\n",
        LEARNING + "flow: {time: 0.5}\n",
        FOLLOWING + "flow: {equation: ricci, descent: natural, time: 0.02}\n"
      })
  void theSourceOfARunsMetricIsItsMetric(String text) throws Exception {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), text);
    String run = folder.resolve("run").toString();
    assertThat(Execution.of("run", spec.toString(), "--out", run).exitCode()).isZero();
    Path source = folder.resolve("Metric.java");
    assertThat(
            Execution.of("export", run, "--format", "java", "--out", source.toString()).exitCode())
        .isZero();
    Execution told = Execution.of("evaluate", run, "--at=0.3,-0.4", "--what=metric", "--json");
    double[] expected = numbers(new ObjectMapper().readTree(told.out()).findValue("metric"));
    double[] actual = compiled(source, "0.3 -0.4\n");
    for (int k = 0; k < expected.length; k++) {
      assertThat(actual[k]).isCloseTo(expected[k], within(1e-13 * Math.abs(expected[k]) + 1e-15));
    }
  }

  private static double[] numbers(JsonNode node) {
    return Arrays.stream(node.toString().replaceAll("[\\[\\]]", "").split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** The first numbers that the source's program tells. */
  private double[] compiled(Path source, String point) throws Exception {
    String home = System.getProperty("java.home");
    output("", List.of(home + "/bin/javac", "-d", folder.toString(), source.toString()));
    String told = output(point, List.of(home + "/bin/java", "-cp", folder.toString(), "Metric"));
    return Arrays.stream(told.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String output(String input, List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
