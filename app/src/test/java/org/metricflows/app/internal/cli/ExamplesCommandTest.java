package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.gallery.Gallery;

/** The command examples: list, print, copy. */
class ExamplesCommandTest {
  @TempDir private Path folder;

  @Test
  void listsEveryExample() throws IOException {
    Execution list = Execution.of("examples");
    assertThat(list.exitCode()).isZero();
    assertThat(list.err()).isEmpty();
    Gallery.all().forEach(e -> assertThat(list.out()).contains(e.name()).contains(e.about()));
    JsonNode json = new ObjectMapper().readTree(Execution.of("examples", "--json").out());
    assertThat(json.get("examples")).hasSize(Gallery.names().size());
    assertThat(json.at("/examples/0/name").asText()).isEqualTo(Gallery.names().get(0));
  }

  @Test
  void printsOneExample() throws IOException {
    String text = Gallery.find("kerr").orElseThrow().text();
    assertThat(Execution.of("examples", "kerr")).isEqualTo(new Execution(0, text, ""));
    JsonNode json = new ObjectMapper().readTree(Execution.of("examples", "kerr", "--json").out());
    assertThat(json.get("text").asText()).isEqualTo(text);
  }

  @Test
  void runByNameFromAnywhere() {
    // a sphere's formulas are simple at once; those of larger metrics as far as their time allows
    Execution byName = Execution.of("curvature", "curvature-of-a-sphere", "--at=1,2", "--json");
    Execution byFile =
        Execution.of(
            "curvature", "../examples/gallery/curvature-of-a-sphere.yaml", "--at=1,2", "--json");
    assertThat(byName.exitCode()).isZero();
    assertThat(byName).isEqualTo(byFile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel",
        "sample",
        "run",
        "resume",
        "sweep",
        "check",
        "prove",
        "examples",
        "new",
        "explain"
      })
  void everyCommandShowsOne(String command) {
    assertThat(Execution.of(command, "--help").out())
        .contains("Example: metricflows " + command + " ");
  }

  @Test
  void copiesButNeverOverwrites() throws IOException {
    Execution copy = Execution.of("examples", "kerr", "--copy", folder.toString());
    Path file = folder.resolve("kerr.yaml");
    assertThat(copy.exitCode()).isZero();
    assertThat(copy.out()).contains(file.toString());
    assertThat(file).hasContent(Gallery.find("kerr").orElseThrow().text());

    Files.writeString(file, "mine");
    Execution again = Execution.of("examples", "kerr", "--copy", folder.toString());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("kerr.yaml exists already");
    assertThat(file).hasContent("mine");
  }
}
