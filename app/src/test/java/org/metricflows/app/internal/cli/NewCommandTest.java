package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.spec.StarterSpec;

/** The command new. */
class NewCommandTest {
  @TempDir private Path folder;

  static List<String> starters() {
    return List.copyOf(StarterSpec.names());
  }

  @ParameterizedTest
  @MethodSource("starters")
  void aStarterRunsAsItIs(String name) throws IOException {
    String spec = folder.resolve(name + ".yaml").toString();
    assertThat(Execution.of("new", name, "--out", spec).exitCode()).isZero();
    assertThat(Files.readString(Path.of(spec))).contains("# ");
    Execution run = Execution.of("run", spec, "--out", folder.resolve("run").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("completed");
  }

  @Test
  void everyKeyIsExplainedBesideIt() {
    String text = Execution.of("new", "lie_algebra").out();
    assertThat(text.lines().filter(line -> line.startsWith("  ")))
        .allSatisfy(line -> assertThat(line).contains(" # "));
  }

  @Test
  void whatIsThereIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    Execution execution = Execution.of("new", "--out", file.toString());
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("--out", "exists already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void anUnknownSpaceIsCorrected() {
    Execution execution = Execution.of("new", "rotationl");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("did you mean 'rotational'?");
  }
}
