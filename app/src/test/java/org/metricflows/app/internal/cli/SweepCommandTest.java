package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.sweep.PlannedSweep;
import org.metricflows.app.internal.sweep.SweepFolder;
import org.metricflows.app.internal.sweep.SweepRunner;
import org.metricflows.app.internal.sweep.TableFormat;
import org.metricflows.app.internal.sweep.Tabulation;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.simd.Parallel;

/** The command sweep, from a spec's file to the table. */
class SweepCommandTest {
  private static final String SPEC =
      """
      title: small
      chart: {coordinates: [x, y]}
      metric: {background: [["1 + x^2/3", "0.1*y"], ["0.1*y", "1 + cos(x)/4"]]}
      network: {width: 8, hidden_layers: 1, activation: tanh, weight_std: 1.3, outputs: shared}
      sample: {points: [[0.1, 0.2], [-0.5, 0.4], [0.3, -0.6]]}
      loss: {name: mse, target: [["1", "0"], ["0", "1"]]}
      flow: {time: 0.5, record: [0, 0.5], relative_tolerance: 1e-6}
      test_points: [[0.2, 0.1]]
      observe: [metric_ntk]
      """;

  private static final String SWEEP =
      """
      sweep: {network.width: [4, 8], network.seed: [1, 2]}
      reference: {network.width: infinite}
      measure: [loss, ntk_distance@0, ntk_drift]
      """;

  private static final String TARGET_OUT_OF_REACH =
      "sweep={loss.target: [[[1, 0], [0, 1]], [[-1, 0], [0, 1]]]}";

  @TempDir private Path folder;

  private String spec(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), text).toString();
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static List<String> folders(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private Map<String, String> table(Path path) throws IOException {
    return Map.of(
        "csv", Files.readString(path.resolve("table.csv")),
        "json", Files.readString(path.resolve("sweep.json")));
  }

  @Test
  void makesARunFolderForEachCombinationAndOneForEachReference() throws IOException {
    Execution run = Execution.of("sweep", spec(SPEC + SWEEP), "--out", out("a").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("small\n\nnetwork.width  runs")
        .contains("slope of log measure against log key", "5 of 5 runs completed")
        .endsWith("results: " + out("a") + "\n");
    assertThat(folders(out("a")))
        .containsExactly(
            "1-width-4-seed-1",
            "2-width-4-seed-2",
            "3-width-8-seed-1",
            "4-width-8-seed-2",
            "figures",
            "reference-1");
    assertThat(Files.readString(out("a").resolve("table.csv")).lines().findFirst())
        .hasValue(
            "network.width,runs,loss,loss_error,ntk_distance@0,ntk_distance@0_error,"
                + "ntk_drift,ntk_drift_error");
  }

  @Test
  void theTableHoldsWhatRunsOfTheirOwnSay() throws IOException {
    String spec = spec(SPEC + SWEEP);
    JsonNode sweep =
        json(Execution.of("sweep", spec, "--out", out("a").toString(), "--json").out());
    assertThat(sweep).isEqualTo(json(Files.readString(out("a").resolve("sweep.json"))));
    double sum = 0;
    for (int seed = 1; seed <= 2; seed++) {
      String one = out("one-" + seed).toString();
      Execution run =
          Execution.of(
              "run",
              spec,
              "--out",
              one,
              "--json",
              "--set",
              "network.seed=" + seed,
              "--set",
              "network.width=8");
      assertThat(run.err()).contains("'metricflows sweep' runs its sweep");
      sum += json(run.out()).at("/records/1/loss").asDouble();
    }
    assertThat(sweep.at("/rows/1/network.width").asInt()).isEqualTo(8);
    assertThat(sweep.at("/rows/1/loss/mean").asDouble()).isEqualTo(sum / 2);
    assertThat(sweep.at("/members")).hasSize(4);
    assertThat(sweep.at("/slopes")).hasSize(3);
  }

  /** A death in the middle: some runs are finished, others begun or not. */
  @Test
  void carriesOnToTheSameBytes() throws IOException {
    String spec = spec(SPEC + SWEEP);
    Execution whole = Execution.of("sweep", spec, "--out", out("a").toString(), "--json");
    PlannedSweep sweep = PlannedSweep.of(SpecSource.of(Path.of(spec)));
    for (String again : List.of("sweep", "resume")) {
      SweepFolder place = new SweepFolder(out("killed-before-" + again));
      place.create(sweep, false);
      List<String> begun = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  new SweepRunner(place, Parallel.of(1))
                      .run(
                          sweep.plan(),
                          (name, run) -> {
                            begun.add(name);
                            if (begun.size() > 2) {
                              throw new AssertionError("killed");
                            }
                            PreparedRun.of(name, run).run().in(run);
                          },
                          (done, of) -> {}))
          .hasMessage("killed");
      assertThat(begun).hasSize(3);
      String path = place.path().toString();
      Execution rest =
          again.equals("sweep")
              ? Execution.of("sweep", spec, "--out", path, "--json")
              : Execution.of("resume", path, "--json");
      assertThat(rest).isEqualTo(whole);
      assertThat(table(place.path())).isEqualTo(table(out("a")));
      assertThat(place.result(begun.get(0))).isNotEmpty();
    }
    assertThat(Execution.of("resume", out("a").toString(), "--json")).isEqualTo(whole);
  }

  @Test
  void aSweepKilledWhileItsFoldersAreMadeIsMadeAgain() throws IOException {
    String spec = spec(SPEC + SWEEP);
    PlannedSweep sweep = PlannedSweep.of(SpecSource.of(Path.of(spec)));
    SweepFolder place = new SweepFolder(out("a"));
    place.create(sweep, false);
    Files.delete(out("a").resolve("plan.json"));
    assertThat(Execution.of("sweep", spec, "--out", out("a").toString()).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theNumberOfThreadsLeavesNoTrace(int threads) throws IOException {
    String spec = spec(SPEC + SWEEP);
    Execution common = Execution.of("sweep", spec, "--out", out("a").toString(), "--json");
    PlannedSweep sweep = PlannedSweep.of(SpecSource.of(Path.of(spec)));
    SweepFolder place = new SweepFolder(out("b"));
    place.create(sweep, false);
    try (Parallel parallel = Parallel.of(threads)) {
      new SweepRunner(place, parallel)
          .run(
              sweep.plan(),
              (name, run) -> PreparedRun.of(name, run).run().in(run),
              (done, of) -> {});
    }
    assertThat(Json.text(TableFormat.tree(Tabulation.of(place, sweep.plan(), Map.of()))))
        .isEqualTo(common.out());
  }

  @Test
  void aMemberThatStopsIsReportedAndTheOthersFinish() throws IOException {
    Execution run =
        Execution.of(
            "sweep",
            spec(SPEC),
            "--out",
            out("a").toString(),
            "--json",
            "--set",
            TARGET_OUT_OF_REACH,
            "--set",
            "flow={time: 1000, record: [0, 1000]}",
            "--set",
            "observe=[volume]"); // which needs a metric, as the loss does not
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("metricflows: 2-target").contains("stopped: ", "(at t = ");
    JsonNode sweep = json(run.out());
    assertThat(sweep.at("/members/0/status").asText()).isEqualTo("completed");
    assertThat(sweep.at("/members/1/status").asText()).startsWith("stopped: ");
    assertThat(sweep.at("/rows/0/runs").asInt()).isEqualTo(1);
    assertThat(sweep.at("/rows/1/runs").asInt()).isZero();
    assertThat(sweep.at("/rows/1/loss/mean").isNull()).isTrue();
  }

  @Test
  void aMemberThatFailsIsReportedAndTheOthersFinish() throws IOException {
    PlannedSweep sweep = PlannedSweep.of(SpecSource.of(Path.of(spec(SPEC + SWEEP))));
    SweepFolder place = new SweepFolder(out("a"));
    place.create(sweep, false);
    Map<String, RuntimeException> failures =
        new SweepRunner(place, Parallel.common())
            .run(
                sweep.plan(),
                (name, run) -> {
                  if (name.equals("2-width-4-seed-2")) {
                    throw new IllegalStateException("no");
                  }
                  PreparedRun.of(name, run).run().in(run);
                },
                (done, of) -> {});
    assertThat(failures).containsOnlyKeys("2-width-4-seed-2");
    assertThat(sweep.plan().runs().stream().filter(place::isFinished)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep={network.sed: [1, 2]}"
            + "| network.sed: unknown key; did you mean 'seed'? (at network.sed: 1)",
        "sweep={network.width: [8, -3]}"
            + "| network.width: must be a whole number from 1 to 100000, but is '-3'"
            + " (at network.width: -3)",
        "sweep={metric.background: [[[1, 1], [1, 1]]]}"
            + "| metric.background: the metric is singular at sample point 0, [0.1, 0.2]"
            + " (at metric.background: [[1, 1], [1, 1]])",
        "reference={network.width: -1}"
            + "| network.width: must be a whole number from 1 to 100000, but is '-1' (at the"
            + " reference of network.width: 4, network.seed: 1)",
        "reference=null"
            + "| measure[1]: 'ntk_distance' needs a 'reference': the values of the run to compare"
            + " with",
        "observe=[] | measure[1]: 'ntk_distance' needs 'metric_ntk' in 'observe'",
        "measure=[los] | measure[0]: 'los' is not what records carry; did you mean 'loss'?",
        "measure=[volume] | measure[0]: 'volume' needs 'volume' in 'observe'",
        "measure=[loss@0.1]"
            + "| measure[0]: 'loss' is asked for at a time that is not in flow.record [0.0, 0.5]",
        "measure=[component_mixing@0.5]"
            + "| measure[0]: 'component_mixing' is known at the start, 'component_mixing@0', and at"
            + " the end alone",
        "flow.recrd=[0] | flow.recrd: unknown key; did you mean 'record'?"
            + " (at network.width: 4, network.seed: 1)",
      })
  void whatIsWrongIsSaidBeforeAnythingRuns(String assignment, String message) throws IOException {
    Execution run =
        Execution.of(
            "sweep", spec(SPEC + SWEEP), "--out", out("a").toString(), "--set", assignment);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).startsWith("metricflows: ").endsWith(": " + message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(out("a")).doesNotExist();
  }

  @Test
  void anotherSweepIsKeptWithoutForce() throws IOException {
    String spec = spec(SPEC + SWEEP);
    String out = out("a").toString();
    Execution.of("sweep", spec, "--out", out);
    Map<String, String> before = table(out("a"));
    Execution other = Execution.of("sweep", spec, "--out", out, "--set", "network.bias_std=1");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .isEqualTo(
            "metricflows: "
                + out
                + ": holds another sweep or run; name another folder, or --force to overwrite it\n");
    assertThat(table(out("a"))).isEqualTo(before);
    Execution forced =
        Execution.of("sweep", spec, "--out", out, "--set", "network.bias_std=1", "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(table(out("a"))).isNotEqualTo(before);
  }

  @Test
  void aReferenceThatIsAMemberRunsOnce() throws IOException {
    Execution run =
        Execution.of(
            "sweep",
            spec(SPEC),
            "--out",
            out("a").toString(),
            "--json",
            "--set",
            "sweep={network.width: [4, 8, 16]}",
            "--set",
            "reference={network.width: 16}");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(folders(out("a")))
        .containsExactly("1-width-4", "2-width-8", "3-width-16", "figures");
    JsonNode sweep = json(run.out());
    assertThat(sweep.get("measures"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "loss", "ntk_drift", "metric_distance", "ntk_distance", "component_mixing");
    assertThat(sweep.at("/rows/2/metric_distance/mean").asDouble()).isZero();
    assertThat(sweep.at("/rows/0/metric_distance/mean").asDouble()).isPositive();
    assertThat(sweep.at("/rows/0/loss/standard_error").isNull()).isTrue();
  }
}
