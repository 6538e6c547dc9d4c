package org.metricflows.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.app.gallery.Gallery;

/** Specs with a section {@code rotational} on the command line. */
class RotationalRunTest {
  @TempDir private Path folder;

  private Execution run(String example, String... changes) throws IOException {
    Path file = folder.resolve(example + ".yaml");
    Files.writeString(file, Gallery.find(example).orElseThrow().text());
    String[] arguments = new String[5 + 2 * changes.length];
    arguments[0] = "run";
    arguments[1] = file.toString();
    arguments[2] = "--json";
    arguments[3] = "--out";
    arguments[4] = folder.resolve("run").toString();
    for (int i = 0; i < changes.length; i++) {
      arguments[5 + 2 * i] = "--set";
      arguments[6 + 2 * i] = changes[i];
    }
    return Execution.of(arguments);
  }

  @Test
  void aPinchStopsTheRunAndIsReported() throws IOException {
    Execution execution =
        run("dumbbell-neck-pinch", "rotational.points=96", "rotational.stop_fraction=0.3");
    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.err()).contains("the neck pinches").doesNotContain("\tat ");
    JsonNode result = new ObjectMapper().readTree(execution.out());
    double time = result.get("pinch_time").asDouble();
    double uncertainty = result.get("pinch_time_uncertainty").asDouble();
    // the bracket of a run to a tenth of the neck, 0.025126 to 0.025145, lies within
    assertThat(uncertainty).isBetween(1e-5, 2e-4);
    assertThat(time).isCloseTo(0.025135, within(uncertainty - 1e-5));
    assertThat(result.get("stopped_at").asDouble()).isLessThan(time - uncertainty);
    assertThat(folder.resolve("run/fields.npz")).exists();
  }

  @Test
  void aConeIsBadInput() throws IOException {
    Execution execution = run("dumbbell-neck-pinch", "rotational.radius=\"sin(x)/2\"");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err())
        .contains("rotational.radius", "the metric has a cone there")
        .hasLineCount(1);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void solitonsOfTheGalleryRun() throws IOException {
    Execution execution = run("bryant-soliton", "flow.time=5", "flow.record=[0, 1, 5]");
    assertThat(execution.exitCode()).isZero();
    JsonNode variants = new ObjectMapper().readTree(execution.out()).get("variants");
    assertThat(variants.at("/cigar/records/1/radius").asDouble())
        .isCloseTo(Math.tanh(1), within(1e-9));
    assertThat(variants.at("/bryant-4/records/2/soliton_defect").asDouble()).isLessThan(1e-9);
  }
}
