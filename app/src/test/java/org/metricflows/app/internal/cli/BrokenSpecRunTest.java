package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken spec: exit code 2, one sentence that names the field, and nothing is written. */
class BrokenSpecRunTest {
  @TempDir private Path folder;
  private Path spec;

  private static String resource(String name) {
    try (InputStream in = BrokenSpecRunTest.class.getResourceAsStream("/broken/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void writeWholeSpec() throws IOException {
    spec = Files.writeString(folder.resolve("base.yaml"), resource("base.yaml"));
  }

  static Stream<Arguments> brokenValues() {
    return resource("broken-values.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split(" => ")));
  }

  @ParameterizedTest
  @MethodSource("brokenValues")
  void isSaidWhileReading(String assignment, String field, String words) {
    assertRefused(field, "--set", assignment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "network.activation; network.activation=relu",
        "network.activation; network.activation=abs(u)",
        "metric.background; metric.background=[[x-0.1, 0], [0, 1]]",
        "metric.background; metric.background=[[1/(x-0.1), 0], [0, 1]]",
        "metric.background; metric.background=[[log(-x), 0], [0, 1]]",
        "metric.background; metric.background=[[1, 1], [1, 1]]",
        "metric.background; metric={ansatz: cholesky, background: [[-1, 0], [0, 1]]}",
        "loss.density; loss={name: perelman, density: x-0.1}",
        "loss.density; loss={name: perelman, density: -1}",
        "loss.target; loss={name: mse, target: [[1/(x-0.1), 0], [0, 1]]}",
        "loss.target; loss={name: scalar-curvature, target: sqrt(-1-x^2)}",
      })
  void isSaidBeforeTheFirstStep(String field, String assignment) {
    assertRefused(field, "--set", assignment);
  }

  private void assertRefused(String field, String option, String value) {
    Path out = folder.resolve("out");
    Execution run = Execution.of("run", spec.toString(), "--out", out.toString(), option, value);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("metricflows: ")
        .contains(field + ": ")
        .satisfies(err -> assertThat(err.lines()).hasSize(1));
    assertThat(out).doesNotExist();
  }
}
