package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regimes of a Kähler potential on the command line, down to their figures. */
class RegimeRunTest {
  private static final String SPEC =
      """
      variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
      network: {hidden_layers: [6, 6], activation: gelu, parametrization: standard}
      sample: {count: 40, held_out: 40}
      loss: {power: 2}
      training: {epochs: 2, batch: 20}
      """;

  @TempDir private Path folder;

  private Execution run(String text) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), text);
    return Execution.of("run", spec.toString(), "--out", folder.resolve("out").toString());
  }

  private List<String> figures(String path) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out").resolve(path).resolve("figures"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What is solved for is a level beside the curves, from the first epoch to the last. */
  @Test
  void variantsShareTheirFigures() throws IOException {
    String variants =
        """
        compare:
          network: {regime: network, observe: [ntk_spectrum, ntk_drift]}
          solved: {regime: linearised, training: null, solve: {}}
        """;
    Execution run = run(SPEC + variants);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsSubsequence("loss\nepoch/iteration", "sigma\nepoch/iteration");
    assertThat(figures("."))
        .containsExactly(
            "learning-curves.csv",
            "learning-curves.svg",
            "ntk-evolution.csv",
            "ntk-evolution.svg",
            "ntk-histogram.csv",
            "ntk-histogram.svg",
            "ntk-spectrum.csv",
            "ntk-spectrum.svg");
    assertThat(figures("solved")).containsExactly("learning-curves.csv", "learning-curves.svg");
    List<String> curves = Files.readAllLines(folder.resolve("out/figures/learning-curves.csv"));
    assertThat(curves.get(0)).isEqualTo("series,epoch,sigma at points held out,error");
    List<String> level = curves.stream().filter(line -> line.startsWith("solved,")).toList();
    assertThat(level).hasSize(2);
    assertThat(level.get(0)).startsWith("solved,0.0,");
    assertThat(level.get(1)).isEqualTo(level.get(0).replace(",0.0,", ",2.0,"));
  }

  @Test
  void neighboursHaveAFigure() throws IOException {
    String flow =
        """
        regime: gaussian
        flow: {time: 0.01, record: [0, 0.01]}
        neighbours: {distances: [1e-6, 0.1], points: 3}
        """;
    Execution run = run(SPEC.replace("training: {epochs: 2, batch: 20}\n", flow));
    assertThat(run.exitCode()).isZero();
    List<String> curve = Files.readAllLines(folder.resolve("out/figures/locality.csv"));
    assertThat(curve).hasSize(3);
    assertThat(curve.get(1)).startsWith("gain,");
  }

  /** Figures of an earlier run do not survive among those of the next. */
  @Test
  void figuresAreMadeAnew() throws IOException {
    Path old = folder.resolve("out/figures/locality.svg");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "old");
    assertThat(run(SPEC).exitCode()).isZero();
    assertThat(figures(".")).containsExactly("learning-curves.csv", "learning-curves.svg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regime: relu | training: is of parameters",
        "kernel: {length: 1} | kernel: is for the regimes gaussian and delta",
        "neighbours: {distances: [0.1]} | neighbours: is for the regimes of fixed kernels",
        "observe: [ntk_spectra] | did you mean 'ntk_spectrum'?"
      })
  void whatMakesNoSenseIsRefusedInOneLine(String line, String complaint) throws IOException {
    Execution run = run(SPEC + line + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(complaint);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aKinkIsRefusedAtInfiniteWidth() throws IOException {
    String text = SPEC.replace("gelu", "relu").replace("training: {epochs: 2, batch: 20}", "");
    Execution run = run(text + "regime: infinite\nsolve: {}\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("spec.yaml:2: network.activation: 'relu' has a kink");
  }
}
