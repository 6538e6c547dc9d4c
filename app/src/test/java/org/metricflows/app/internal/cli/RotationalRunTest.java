package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.gallery.Gallery;

/** Specs with a section {@code rotational} on the command line. */
class RotationalRunTest {
  @TempDir private Path folder;

  private String spec(String example) throws IOException {
    Path file = folder.resolve(example + ".yaml");
    return Files.writeString(file, Gallery.find(example).orElseThrow().text()).toString();
  }

  private Execution run(String example, String... changes) throws IOException {
    String[] arguments = new String[5 + 2 * changes.length];
    arguments[0] = "run";
    arguments[1] = spec(example);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dumbbell-neck-pinch; text; d/dt psi = psiss+(psis-1)*(1+psis)/psi",
        "sausage; latex; \\subsection*{Points in proportion to arc length}",
        "shrinking-sphere; sympy; vt = q+w-",
        "bryant-soliton; text; d/ds (R + f'^2) = 0",
        "bryant-soliton; symja; psiss := cap+fs*psis"
      })
  void theGalleryIsWrittenDown(String name, String format, String mark) throws IOException {
    Execution execution = Execution.of("derive", spec(name), "--format", format);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains(mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumbbell-neck-pinch", "sausage", "shrinking-sphere", "bryant-soliton"})
  void everyEvaluatorOfTheGalleryAgrees(String name) throws IOException {
    Execution execution = Execution.of("check", spec(name));
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("right-hand side", "comparisons agree");
  }

  @Test
  void curvatureIsExactAndHasNumbersAtAPoint() throws IOException {
    Execution text = Execution.of("curvature", spec("dumbbell-neck-pinch"), "--at", "1.5");
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out())
        .startsWith("at x: 1.5\n")
        .contains("\nK_rad: -6.686", "\nGamma^x_xx: 0\n");
    assertThat(Execution.of("curvature", spec("dumbbell-neck-pinch")).out())
        .contains("K_rad = (36*sin(x)^2-29)/(4*sin(x)^2-5)");
    JsonNode json =
        new ObjectMapper()
            .readTree(Execution.of("curvature", spec("sausage"), "--at=1", "--json").out());
    assertThat(json.at("/at/0").asDouble()).isEqualTo(1);
    // on a surface Ric = (R/2) g
    double scalar = json.get("scalar").asDouble();
    for (int i = 0; i < 2; i++) {
      double g = json.at("/metric/" + i + "/" + i).asDouble();
      assertThat(json.at("/ricci/" + i + "/" + i).asDouble())
          .isCloseTo(scalar * g / 2, within(1e-12));
    }
    assertThat(json.get("kretschmann").asDouble()).isCloseTo(scalar * scalar, within(1e-12));
    assertThat(json.get("closed_form").has("K_rad")).isTrue();
    assertThat(json.has("christoffel")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "curvature --at=1,2; --at must be 1 number",
        "curvature --at=4; --at: must be between the poles",
        "kernel; rotational: 'kernel' is only for specs with a",
        "sample; rotational: 'sample' is only for specs with a 'variety'"
      })
  void whatDoesNotApplyIsRefused(String command, String words) throws IOException {
    String[] arguments = (command + " " + spec("shrinking-sphere")).split(" ");
    Execution execution = Execution.of(arguments);
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains(words).doesNotContain("\tat ");
  }
}
