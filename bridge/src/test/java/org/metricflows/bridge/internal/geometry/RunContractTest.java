package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Shape;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * What holds of every run, whatever it runs: killed and carried on it leaves the bytes of one that
 * never was interrupted, in memory it tells the same, and the number of threads does not show.
 */
class RunContractTest {

  private static final String CHART =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric: {background: [["1+sin(y)/4", "0"], ["0", "1"]]}
      network: {hidden_layers: [6, 6], activation: erf}
      sample: {grid: [3, 2]}
      loss: {name: ricci}
      flow: {time: 0.02, record: [0, 0.01, 0.02], integrator: runge-kutta, step: 2e-4}
      observe: [metric_ntk, volume, minimum_eigenvalue]
      """;

  private static final String TORUS =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric: {background: [["1+sin(x)/8", "0"], ["0", "1+cos(y)/8"]]}
      sample: {grid: [8, 8]}
      loss: {name: perelman, density: "1"}
      flow: {kernel: local, supermetric: dewitt, time: 0.02, integrator: runge-kutta, step: 2e-4}
      observe: [perelman_F, R_max, ricci_distance]
      """;

  private static final String FEATURES =
      """
      chart: {coordinates: [x], periodic: {x: 2*Pi}}
      metric: {background: [["1+sin(x)/4"]]}
      features: {width: 32, bandwidth: 0.5}
      sample: {grid: [8]}
      loss: {name: mse, target: [["1"]]}
      flow: {kernel: features, time: 0.2, integrator: runge-kutta, step: 2e-3}
      """;

  private static final String MANIFOLD =
      """
      manifold: {name: sphere, dimension: 2}
      metric: {background: "1 + X/4"}
      network: {hidden_layers: [5, 5], activation: sin, outputs: shared}
      sample: {degree: 9}
      flow: {equation: ricci, descent: natural, time: 0.02, record: [0, 0.01, 0.02],
        integrator: runge-kutta, step: 5e-4}
      observe: [int_R, volume]
      """;

  private static final String GROUP =
      """
      lie_algebra: {name: su2}
      metric: {diagonal: [1, 2, 3]}
      flow: {time: 0.05, record: [0, 0.03, 0.05], integrator: runge-kutta, step: 5e-4}
      """;

  private static final String DUMBBELL =
      """
      rotational: {dimension: 3, radius: "sin(x)*(1 - 4*sin(x)^2/5)", points: 96, stop_fraction: 0.4}
      flow: {time: 1, record: [0, 0.002, 0.005, 0.01, 0.015], integrator: dormand-prince-853}
      """;

  private static final String VANISHING =
      """
      rotational: {dimension: 2, points: 64, stop_fraction: 0.001,
        radius: "(sin(x) + 0.766*sin(3*x) - 0.091*sin(5*x))/(1 + 3*0.766 - 5*0.091)"}
      flow: {time: 1, record: [0, 0.1, 0.2, 0.2175], relative_tolerance: 1e-12}
      """;

  private static final String SOLITON =
      """
      rotational: {dimension: 3}
      flow: {equation: steady-soliton, time: 4, record: [0, 1, 2, 3, 4]}
      """;

  private static final String QUARTIC =
      """
      variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
      network: {hidden_layers: [8, 8], activation: gelu, parametrization: standard}
      sample: {count: 300, held_out: 100}
      """;

  private static final String TRAINING =
      QUARTIC + "training: {epochs: 4, batch: 50, learning_rate: 5e-3}\n";

  private static final String FROZEN =
      QUARTIC
          + """
          loss: {name: monge-ampere, power: 2}
          regime: gaussian
          """;

  private static final String BALANCED =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      metric: {ansatz: algebraic, degree: 3}
      sample: {count: 500}
      training: {method: donaldson, iterations: 6, tolerance: 0, record: 2}
      """;

  static Stream<Arguments> specs() {
    return Stream.of(
        Arguments.of("a finite network on a grid", CHART),
        Arguments.of("a network that follows Ricci flow on a closed manifold", MANIFOLD),
        Arguments.of(
            "an infinite network on a closed manifold, at random points",
            MANIFOLD
                .replace("hidden_layers: [5, 5]", "width: infinite, hidden_layers: 1")
                .replace("degree: 9", "count: 8")
                .replaceAll("flow: (.|\\n)*?}", "loss: {name: ricci}\nflow: {time: 0.02}")),
        Arguments.of(
            "a finite network at points",
            CHART.replace("grid: [3, 2]", "points: [[0.1, 0.2], [1, 2]]")),
        Arguments.of(
            "an infinite network",
            CHART
                .replace("hidden_layers: [6, 6]", "width: infinite, hidden_layers: 1")
                .replace("[metric_ntk, volume", "[volume")),
        Arguments.of(
            "a training on a chart",
            CHART.replaceAll(
                "flow: .*\\n", "training: {epochs: 4, batch: 4, learning_rate: 1e-2}\n")),
        Arguments.of(
            "a linearised network on a chart",
            CHART.replace("network:", "regime: linearised\nnetwork:")),
        Arguments.of(
            "a solved optimum on a chart",
            CHART
                .replace("network:", "regime: gaussian\nnetwork:")
                .replaceAll("flow: .*\\n", "solve: {iterations: 4, tolerance: 0}\n")
                .replace("[metric_ntk, volume", "[volume")),
        Arguments.of(
            "a network that follows Ricci flow",
            CHART
                .replace("loss: {name: ricci}\n", "")
                .replace("metric: {", "metric: {ansatz: conformal, ")
                .replace(
                    "[[\"1+sin(y)/4\", \"0\"], [\"0\", \"1\"]]",
                    "[[\"1+sin(y)/4\", \"0\"], [\"0\", \"1+sin(y)/4\"]]")
                .replace("flow: {", "flow: {equation: ricci, ")),
        Arguments.of("cosine features", FEATURES),
        Arguments.of("a local kernel beside Ricci flow", TORUS),
        Arguments.of("a left-invariant metric", GROUP),
        Arguments.of("a neck that pinches", DUMBBELL),
        Arguments.of(
            "a neck that points move into",
            DUMBBELL
                .replace("points: 96", "points: 64, grid: adaptive")
                .replace("dormand-prince-853", "backward-differentiation")),
        Arguments.of("a surface that vanishes, by an implicit method", VANISHING),
        Arguments.of("a soliton", SOLITON),
        Arguments.of("a training", TRAINING),
        Arguments.of(
            "two phases",
            QUARTIC + "training: {epochs: 2, batch: 64, finish: {method: lbfgs, iterations: 3}}\n"),
        Arguments.of(
            "a natural gradient",
            QUARTIC
                + "training: {method: natural-gradient, steps: 5, batch: 30, final_batch: 50}\n"),
        Arguments.of(
            "early stopping",
            QUARTIC + "training: {epochs: 5, batch: 64, early_stopping: {patience: 2}}\n"),
        Arguments.of(
            "a density of one's own on a variety",
            TRAINING + "loss: {density: \"q*log(q) + trace_inverse/20\", normalisation: exact}\n"),
        Arguments.of("a linearised network", TRAINING + "regime: linearised\n"),
        Arguments.of(
            "kernels of a training",
            TRAINING + "observe: [ntk_spectrum, ntk_drift, alignment, effective_rank]\n"),
        Arguments.of(
            "a flow of a potential",
            QUARTIC
                + """
                loss: {name: monge-ampere, power: 2}
                flow: {time: 0.02, record: [0, 0.01, 0.02], integrator: runge-kutta, step: 4e-4}
                """),
        Arguments.of(
            "a frozen kernel",
            FROZEN
                + "flow: {time: 0.3, record: [0, 0.2, 0.3], integrator: runge-kutta, step: 3e-3}\n"),
        Arguments.of("a solved optimum", FROZEN + "solve: {tolerance: 1e-12}\n"),
        Arguments.of("a balanced metric", BALANCED),
        Arguments.of(
            "an optimal metric",
            BALANCED
                .replace("degree: 3", "degree: 2, noise: 0.2")
                .replaceAll(
                    "training: .*\\n",
                    "training: {method: optimal, tolerance: 0, iterations: 4}\n")),
        Arguments.of(
            "a Kähler–Ricci flow",
            BALANCED
                .replace("degree: 3", "degree: 2, noise: 0.2")
                .replaceAll(
                    "training: .*\\n",
                    "flow: {equation: kahler-ricci, time: 0.02, integrator: runge-kutta, step: 2e-4}\n")),
        Arguments.of(
            "a network that follows Kähler–Ricci flow",
            QUARTIC.replace("[8, 8]", "[4]")
                + "flow: {equation: kahler-ricci, time: 1e-3, damping: 1e-4, integrator: runge-kutta, step: 1e-5}\n"));
  }

  @TempDir private Path folders;

  private static Run run(String text) {
    return Geometries.run(SpecSource.ofText(text, "spec.yaml"), Map.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void aKilledRunIsCarriedOnToTheSameBytes(String name, String text)
      throws IOException, NoSuchAlgorithmException {
    AtomicInteger legs = new AtomicInteger();
    Path whole = folders.resolve("whole");
    try (RunFolder folder = RunFolder.create(whole, run(text).spec().toYaml(), false)) {
      RunResult result = run(text).reportingTo(counting(legs)).in(folder);
      assertThat(folder.isFinished()).isTrue();
      assertThat(legs.get()).as("places to go on from").isPositive();
      assertThat(withoutTimes(run(text).inMemory().toJson()))
          .isEqualTo(withoutTimes(result.toJson()));
      assertThat(withoutTimes(folder.readResult())).isEqualTo(withoutTimes(result.toJson()));
    }
    for (int leg : new TreeSet<>(List.of(1, (legs.get() + 1) / 2, legs.get()))) {
      Path killed = Files.createTempDirectory(folders, "killed").resolve("run");
      try (RunFolder folder = RunFolder.create(killed, run(text).spec().toYaml(), false)) {
        Run begun = run(text).withPace(Duration.ZERO).reportingTo(killingAfter(leg));
        assertThatThrownBy(() -> begun.in(folder)).hasMessage("killed");
        assertThat(folder.isFinished()).isFalse();
      }
      try (RunFolder folder = RunFolder.open(killed)) {
        run(text).in(folder);
      }
      assertThat(contents(killed)).isEqualTo(contents(whole));
    }
  }

  /** Of every record each entry is an observable of the vocabulary, of its shape at its place. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void recordsCarryWhatTheirObservablesSay(String name, String text) {
    Run run = run(text);
    Observations<FlowRecord> observations = run.problem().observations();
    assertThat(Vocabulary.all()).containsAll(observations.observables());
    assertThat(observations.place()).isEqualTo(run.spec().place());
    AtomicInteger records = new AtomicInteger();
    run.problem()
        .evolution()
        .run(
            new FlowListener() {
              @Override
              public void recorded(FlowRecord record) {
                records.incrementAndGet();
                observations
                    .of(record)
                    .forEach((key, value) -> requireFits(observations, key, value));
              }
            });
    assertThat(records).hasPositiveValue();
  }

  private static void requireFits(Observations<?> observations, String key, Object value) {
    List<Observable> meant =
        Vocabulary.named(key).stream().filter(observations.observables()::contains).toList();
    assertThat(meant).as(key).hasSize(1);
    Shape shape = meant.get(0).at(observations.place()).shape();
    assertThat(shape.fits(value)).as("%s %s", key, shape).isTrue();
  }

  /** Jobs of a task are its thread's alone. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void theNumberOfThreadsDoesNotShow(String name, String text) {
    List<String> alone = Collections.synchronizedList(new ArrayList<>());
    Parallel.common()
        .run(
            2,
            (task, worker) -> {
              if (task == 0) {
                alone.add(withoutTimes(run(text).inMemory().toJson()));
              }
            });
    assertThat(alone).containsExactly(withoutTimes(run(text).inMemory().toJson()));
  }

  private static FlowListener counting(AtomicInteger legs) {
    return new FlowListener() {
      @Override
      public void legEnded(FlowCheckpoint checkpoint) {
        legs.incrementAndGet();
      }
    };
  }

  private static FlowListener killingAfter(int legs) {
    AtomicInteger seen = new AtomicInteger();
    return new FlowListener() {
      @Override
      public void legEnded(FlowCheckpoint checkpoint) {
        if (seen.incrementAndGet() == legs) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"cpu_seconds\" : [^,\n}]*", "\"cpu_seconds\" : 0");
  }

  /** The bytes of every file, processor times aside. */
  private static Map<String, String> contents(Path folder)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        contents.put(
            file.getFileName().toString(),
            file.toString().matches(".*\\.np[yz]")
                ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                : withoutColumn(withoutTimes(text)));
      }
    }
    return contents;
  }

  /** The table without its last column, where that is the processor time. */
  private static String withoutColumn(String table) {
    int header = table.indexOf('\n');
    return header > 0 && table.substring(0, header).endsWith(",cpu_seconds")
        ? table.replaceAll(",[^,\n]*(\n)", "$1")
        : table;
  }
}
