package org.metricflows.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.Main;

/** A quick command loads nothing heavy: neither computer algebra, numerics, JSON nor YAML. */
class QuickStartTest {
  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "examples", "examples kerr", "run --help"})
  void loadsNothingHeavy(String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:stdout");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(loaded)
        .contains(Main.class.getName())
        .doesNotContain(
            " org.matheclipse.",
            " org.hipparchus.",
            " com.fasterxml.",
            " org.yaml.",
            " org.objectweb.");
  }
}
