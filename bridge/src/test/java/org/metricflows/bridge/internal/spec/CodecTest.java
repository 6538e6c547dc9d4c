package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.numpy.Tensor;

/**
 * What a key reads it writes: specs that name every documented key of their space, each with a
 * value that is not its default, are written with the same values.
 */
class CodecTest {
  private static final String FLAT =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [[1, 0], [0, 1]]}
      """;

  private static final List<String> CHARTS =
      List.of(
          """
          title: all that a network may say
          chart: {coordinates: [x, y], periodic: {x: 2*Pi}}
          metric: {ansatz: cholesky, background: [["1+x^2", "0.1*x*y"], ["0.1*x*y", "2"]]}
          network: {hidden_layers: [4, 3], activation: erf, weight_std: 1.5, bias_std: 0.25,
            parametrization: standard, outputs: shared, centred: false, initialisation: glorot,
            seed: 7}
          sample: {monte_carlo: 100, seed: 9, box: {y: [-1, 2.5]}}
          loss: {name: einstein, lambda: -0.5}
          flow: {equation: gradient, kernel: network, time: 2, record: [0, 0.5, 2],
            integrator: gragg-bulirsch-stoer, relative_tolerance: 1e-7, absolute_tolerance: 1e-9,
            tau: 3}
          test_points: [[1, 2], [3, 4]]
          observe: [R_min, volume]
          """,
          FLAT
              + """
              network: {hidden_layers: [1], activation: sin, outputs: shared, parameters: [
                {weights: [[1, 2]], biases: [3]}, {weights: [[4], [5], [6]], biases: [7, 8, 9]}],
                start: [
                {weights: [[3, 2]], biases: [1]}, {weights: [[6], [5], [4]], biases: [9, 8, 7]}]}
              sample: {points: [[1, 2], [3, 4]], weights: [0.3, 0.6]}
              loss: {name: mse, target: [["1", "x"], ["x", "3"]]}
              training: {method: adam, epochs: 40, batch: 5, learning_rate: 0.01,
                schedule: {decay: cosine, final_rate: 0.0001, warmup: 2},
                finish: {method: lbfgs, iterations: 6}, record: 3, seed: 8}
              """,
          FLAT
              + """
              network: {hidden_layers: [3], activation: erf}
              sample: {points: [[1, 2], [3, 4]]}
              loss: {name: ricci}
              training: {method: natural-gradient, steps: 40, batch: 5, final_batch: 50,
                momentum: 0.5, damping: 0.001, final_damping: 0.0005, learning_rate: 0.01,
                schedule: {decay: exponential, final_rate: 0.0001, warmup: 2}, record: 3, seed: 8}
              """,
          """
          chart: {coordinates: [x, y], periodic: {x: 2*Pi}}
          metric: {ansatz: additive, background: [["2+cos(x)", 0], [0, 1]]}
          network: {hidden_layers: [4, 3], activation: sin, inputs: coordinates}
          sample: {monte_carlo: 100, seed: 9, box: {y: [-1, 2.5]}}
          flow: {equation: ricci-deturck, descent: natural, damping: 1e-7, supermetric: identity,
            time: 2, integrator: dormand-prince-853}
          observe: [exact_distance]
          """,
          FLAT
              + """
              features: {width: 12, bandwidth: 0.4, seed: 3}
              sample: {grid: [8, 4], box: {x: [-1, 1], y: [0, 2]}}
              loss: {density: "R^2 + x"}
              flow: {kernel: features, supermetric: dewitt, time: 1, integrator: runge-kutta, step: 0.125}
              """,
          FLAT
              + """
              sample: {grid: [4, 4], box: {x: [0, 1], y: [0, 1]}}
              loss: {name: perelman, density: "exp(-x^2)"}
              flow: {kernel: local, bandwidth: 0.2, supermetric: dewitt, time: 1}
              """,
          FLAT
              + """
              network: {width: infinite, hidden_layers: 3, activation: tanh}
              sample: {file: FOLDER/points.csv}
              loss: {name: scalar-curvature, target: "2"}
              flow: {time: 1}
              regime: infinite
              """,
          FLAT
              + """
              sample: {points: [[1, 2], [3, 4]]}
              loss: {name: ricci}
              regime: gaussian
              kernel: {length: 0.75}
              solve: {ridge: 1e-3, iterations: 4, tolerance: 0.125}
              """);

  private static final List<String> GROUPS =
      List.of(
          """
          title: a name
          lie_algebra: {name: sol}
          metric: {background: [[1, 0, 0], [0, 2, "1/3"], [0, "1/3", 1]]}
          flow: {equation: ricci-normalised, time: 2, record: [0.5, 2], integrator: adams-moulton,
            relative_tolerance: 1e-7, absolute_tolerance: 1e-9}
          """,
          """
          lie_algebra: {unimodular: [-1, 2, "1/2"]}
          metric: {diagonal: [1, 2, 3]}
          flow: {time: 1, integrator: runge-kutta, step: 0.125}
          """,
          """
          lie_algebra: {brackets: {"2,3": [0, 0, 1], "1,2": [0, 0, 2]}}
          metric: {diagonal: [1, 2, 3]}
          flow: {time: 1}
          """);

  private static final List<String> SPHERES =
      List.of(
          """
          title: a sphere
          rotational: {dimension: 4, coordinate: r, interval: ["0", "Pi"], radius: "sin(r)",
            lapse: "1", points: 64, grid: adaptive, stop_fraction: 0.25}
          flow: {equation: ricci, time: 0.25, record: [0, 0.125], integrator: dormand-prince-54,
            relative_tolerance: 1e-7, absolute_tolerance: 1e-9}
          """,
          """
          rotational: {dimension: 5, tip_curvature: 2.5}
          flow: {equation: steady-soliton, time: 3, integrator: runge-kutta, step: 0.125}
          """);

  private static final String BALL = "manifold: {name: sphere, dimension: 1, radius: 1}\n";

  private static final List<String> MANIFOLDS =
      List.of(
          """
          title: all that a network may say
          manifold: {name: sphere, dimension: 3, radius: 2}
          metric: {ansatz: conformal, background: [["1+X1^2", 0, 0, 0], [0, 2, 0, 0],
            [0, 0, 1, "X2/5"], [0, 0, "X2/5", 1]]}
          network: {hidden_layers: [4, 3], activation: erf, weight_std: 1.5, bias_std: 0.25,
            parametrization: standard, outputs: shared, inputs: coordinates, centred: false,
            initialisation: glorot, seed: 7}
          sample: {degree: 3}
          loss: {name: einstein, lambda: -0.5}
          flow: {equation: gradient, kernel: network, time: 2, record: [0, 0.5, 2],
            integrator: gragg-bulirsch-stoer, relative_tolerance: 1e-7, absolute_tolerance: 1e-9,
            tau: 3}
          test_points: [[0, 0, 0, 2]]
          observe: [R_min, volume]
          """,
          BALL
              + """
              metric: {ansatz: additive, background: induced}
              network: {hidden_layers: [1], activation: sin, outputs: shared, parameters: [
                {weights: [[1, 2]], biases: [3]}, {weights: [[4], [5], [6]], biases: [7, 8, 9]}],
                start: [
                {weights: [[3, 2]], biases: [1]}, {weights: [[6], [5], [4]], biases: [9, 8, 7]}]}
              sample: {points: [[1, 0], [0, 1]], weights: [0.3, 0.6]}
              loss: {name: mse, target: [["1", "X"], ["X", "3"]]}
              training: {method: adam, epochs: 40, batch: 5, learning_rate: 0.01,
                schedule: {decay: cosine, final_rate: 0.0001, warmup: 2},
                finish: {method: lbfgs, iterations: 6}, record: 3, seed: 8}
              """,
          """
          manifold: {name: ellipsoid, axes: [1, 2, 3]}
          network: {hidden_layers: [3], activation: erf}
          sample: {count: 30, seed: 9}
          loss: {name: ricci}
          training: {method: natural-gradient, steps: 40, batch: 5, final_batch: 50,
            momentum: 0.5, damping: 0.001, final_damping: 0.0005, learning_rate: 0.01,
            schedule: {decay: exponential, final_rate: 0.0001, warmup: 2}, record: 3, seed: 8}
          """,
          """
          manifold: {name: torus, radii: [3, 2]}
          network: {hidden_layers: [4, 3], activation: sin}
          sample: {degree: 3}
          flow: {equation: ricci-deturck, descent: natural, damping: 1e-7, supermetric: identity,
            time: 2, integrator: runge-kutta, step: 0.125}
          observe: [volume]
          """,
          """
          manifold: {ambient: [U, V, W], equations: ["U^2+V^2+2*W^2-1"]}
          network: {width: infinite, hidden_layers: 3, activation: tanh}
          sample: {count: 3}
          loss: {name: scalar-curvature, target: "2"}
          flow: {time: 1}
          regime: infinite
          """,
          BALL
              + """
              sample: {degree: 3}
              loss: {density: "R^2"}
              regime: gaussian
              kernel: {length: 0.75}
              solve: {ridge: 1e-3, iterations: 4, tolerance: 0.125}
              """);

  private static final String CUBIC =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      """;

  private static final String SMALL = "network: {hidden_layers: [4], activation: gelu}\n";

  private static final List<String> VARIETIES =
      List.of(
          """
          title: all that a potential may say
          variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3+p*z0*z1*z2"], parameters: {p: 0.5}}
          metric: {ansatz: kahler-potential, features: raw, ricci_points: 5}
          network: {hidden_layers: [4, 3], activation: gelu, weight_std: 1.5, bias_std: 0.25,
            parametrization: standard, centred: false, initialisation: glorot, seed: 7}
          sample: {count: 50, held_out: 10, seed: 3}
          loss: {name: monge-ampere, power: 2, normalisation: exact}
          training: {method: adam, epochs: 40, batch: 5, learning_rate: 0.01,
            schedule: {decay: exponential, final_rate: 0.0001, warmup: 2},
            finish: {method: lbfgs, iterations: 6}, early_stopping: {patience: 4}, record: 3,
            seed: 8}
          observe: [alignment]
          kernel_points: 11
          """,
          CUBIC
              + SMALL
              + """
              sample: {count: 60}
              training: {method: natural-gradient, steps: 40, batch: 5, final_batch: 50,
                momentum: 0.5, damping: 0.001, final_damping: 0.0005, learning_rate: 0.01,
                schedule: {decay: constant, warmup: 3}, seed: 8}
              """,
          CUBIC
              + """
              network: {hidden_layers: [1], activation: sin, parameters: [
                {weights: [[1, 2, 3, 4, 5, 6, 7, 8, 9]], biases: [3]}, {weights: [[4]], biases: [5]}],
                start: [
                {weights: [[9, 8, 7, 6, 5, 4, 3, 2, 1]], biases: [2]}, {weights: [[3]], biases: [4]}]}
              sample: {points: [[[1, 0], [-1, 0], [0, 0]], [[0, 0], [1, 0], [-1, 0]]], held_out: 1}
              flow: {equation: gradient, kernel: network, time: 2, record: [0, 0.5, 2],
                integrator: gragg-bulirsch-stoer, relative_tolerance: 1e-7, absolute_tolerance: 1e-9}
              """,
          CUBIC
              + SMALL
              + """
              sample: {file: FOLDER/points.npz}
              loss: {power: 2}
              regime: linearised
              solve: {ridge: 1e-3, iterations: 4, tolerance: 0.125}
              """,
          CUBIC
              + SMALL
              + """
              sample: {count: 50}
              loss: {power: 2}
              regime: gaussian
              kernel: {length: 0.75}
              neighbours: {distances: [0.125, 0.25], points: 3, seed: 9, power: 1}
              flow: {time: 1, integrator: runge-kutta, step: 0.125}
              """,
          CUBIC
              + """
              network: {width: infinite, hidden_layers: 2, activation: erf}
              sample: {count: 50}
              loss: {power: 2}
              regime: infinite
              flow: {time: 1}
              """,
          CUBIC
              + SMALL
              + """
              sample: {count: 50}
              loss: {density: "(1-q)^2 + trace", normalisation: exact}
              flow: {time: 1}
              """,
          CUBIC
              + """
              metric: {ansatz: algebraic, degree: [3]}
              sample: {count: 500}
              training: {method: donaldson, iterations: 4, tolerance: 0.125, record: 2}
              """,
          CUBIC
              + """
              metric: {ansatz: algebraic, degree: [3], symmetric: true, noise: 0.25, seed: 5}
              sample: {count: 500}
              flow: {equation: kahler-ricci, damping: 0.001, time: 1}
              """,
          CUBIC
              + """
              metric: {ansatz: algebraic, degree: [3]}
              sample: {count: 500}
              training: {method: optimal, iterations: 7, tolerance: 0.125, record: 2}
              """,
          CUBIC
              + SMALL
              + """
              sample: {count: 50}
              flow: {descent: natural, damping: 0.001, time: 1}
              """);

  /** Keys that are another way to say what is written under other keys of their section. */
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "chart.sample.file", List.of("sample.points", "sample.weights"),
          "lie_algebra.metric.diagonal", List.of("metric.background"));

  /** Keys that a section has wherever it is used, though the space refuses them. */
  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          "chart", Set.of("training.early_stopping"),
          "manifold", Set.of("flow.bandwidth", "training.early_stopping"));

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.writeString(folder.resolve("points.csv"), "1,2\n3,4\n");
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("X_train", new Tensor(List.of(1, 6), new double[] {1, -1, 0, 0, 0, 0}));
    arrays.put("y_train", new Tensor(List.of(1, 2), new double[] {3, 1}));
    arrays.put("X_val", new Tensor(List.of(1, 6), new double[] {0, 1, -1, 0, 0, 0}));
    arrays.put("y_val", new Tensor(List.of(1, 2), new double[] {5, 1}));
    Files.write(folder.resolve("points.npz"), NpzFile.bytes(arrays));
  }

  private List<String> specs(String space) {
    List<String> texts =
        switch (space) {
          case "chart" -> CHARTS;
          case "lie_algebra" -> GROUPS;
          case "rotational" -> SPHERES;
          case "manifold" -> MANIFOLDS;
          default -> VARIETIES;
        };
    return texts.stream().map(text -> text.replace("FOLDER", folder.toString())).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart", "lie_algebra", "rotational", "manifold", "variety"})
  void whatIsNamedIsWritten(String space) {
    for (String text : specs(space)) {
      RunSpec spec = Geometries.read(SpecSource.ofText(text, space));
      Map<String, Object> written = leaves("", spec.toTree());
      Map<String, Object> named = leaves("", YamlTree.parse(text, space));
      named.forEach(
          (path, value) -> {
            List<String> ways = WAYS.getOrDefault(space + "." + path, List.of());
            if (ways.isEmpty()) {
              assertThat(written).containsEntry(path, value);
            } else {
              assertThat(written).containsKeys(ways.toArray(String[]::new));
              assertThat(written).doesNotContainKey(path);
            }
          });
      RunSpec again = Geometries.read(SpecSource.ofText(spec.toYaml(), space));
      assertThat(again.toYaml()).isEqualTo(spec.toYaml());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart", "lie_algebra", "rotational", "manifold", "variety"})
  void everyKeyIsNamed(String space) {
    Set<String> named =
        specs(space).stream()
            .flatMap(text -> paths("", YamlTree.parse(text, space)))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> group = CommonKeys.GROUP.stream().map(Key::name).toList();
    Set<String> unnamed =
        Spaces.ALL.stream()
            .filter(s -> s.name().equals(space))
            .flatMap(s -> s.top().stream())
            .map(Key::name)
            .filter(name -> !group.contains(name))
            .flatMap(name -> SpecDocumentation.explain(name).stream())
            .filter(entry -> entry.space().equals(space))
            .map(SpecDocumentation.Entry::path)
            .filter(path -> !named.contains(path))
            .collect(Collectors.toSet());
    assertThat(unnamed).isEqualTo(REFUSED.getOrDefault(space, Set.of()));
  }

  @Test
  void everySpaceHasSpecs() {
    assertThat(Spaces.ALL.stream().map(Spaces.Space::name))
        .containsExactly("chart", "lie_algebra", "rotational", "manifold", "variety");
  }

  private static Stream<String> paths(String path, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      return Stream.of(path);
    }
    return Stream.concat(
        Stream.of(path),
        mapping.entries().entrySet().stream()
            .flatMap(entry -> paths(below(path, entry.getKey()), entry.getValue())));
  }

  private static Map<String, Object> leaves(String path, Object tree) {
    Map<String, Object> leaves = new LinkedHashMap<>();
    if (tree instanceof Node.Mapping mapping) {
      mapping.entries().forEach((k, v) -> leaves.putAll(leaves(below(path, k), v)));
    } else if (tree instanceof Map<?, ?> map) {
      map.forEach((k, v) -> leaves.putAll(leaves(below(path, (String) k), v)));
    } else {
      leaves.put(path, plain(tree));
    }
    return leaves;
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Numbers as such, whoever wrote them; all else as text. */
  private static Object plain(Object tree) {
    if (tree instanceof Node.Sequence list) {
      return list.items().stream().map(CodecTest::plain).toList();
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(CodecTest::plain).toList();
    }
    if (tree instanceof Node.Mapping || tree instanceof Map<?, ?>) {
      return leaves("", tree);
    }
    String text = tree instanceof Node.Scalar scalar ? scalar.text() : String.valueOf(tree);
    return Value.isNumber(text) ? (Object) Double.valueOf(text) : text;
  }
}
