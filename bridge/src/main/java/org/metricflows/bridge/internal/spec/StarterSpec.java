package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** Small specs to start from, with what each key means beside it, from the codecs. */
public final class StarterSpec {

  /** Where the words begin. */
  private static final int COLUMN = 44;

  private static final Map<String, String> BARE = bare();

  private final String name;

  private StarterSpec(String name) {
    this.name = name;
  }

  private static Map<String, String> bare() {
    Map<String, String> specs = new LinkedHashMap<>();
    specs.put(
        "chart",
        """
        title: A network learns a metric
        chart: {coordinates: [x, y]}
        metric: {ansatz: additive, background: [["1", "0"], ["0", "1"]]}
        network: {hidden_layers: [32, 32], activation: tanh, weight_std: 1.5, bias_std: 0.3, seed: 1}
        sample: {grid: [6, 6], box: {x: [-1, 1], y: [-1, 1]}}
        loss: {name: mse, target: [["1 + x^2/2", "x*y/4"], ["x*y/4", "1 + y^2/2"]]}
        flow: {time: 1, record: [0, 0.5, 1]}
        test_points: [[0, 0]]
        observe: [minimum_eigenvalue]
        """);
    specs.put(
        "torus",
        """
        title: Ricci flow flattens a torus
        chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
        metric: {ansatz: additive, background: [["1 + 0.1*cos(x)*cos(y)", "0"], ["0", "1.2 + 0.1*sin(y)"]]}
        sample: {grid: [24, 24]}
        flow: {equation: ricci, time: 0.5, record: [0, 0.25, 0.5]}
        observe: [volume, R_min, R_max]
        """);
    specs.put(
        "lie_algebra",
        """
        title: A Berger sphere becomes round
        lie_algebra: {name: su2}
        metric: {diagonal: [0.5, 1, 1]}
        flow: {equation: ricci-normalised, time: 1, record: [0, 0.5, 1]}
        """);
    specs.put(
        "rotational",
        """
        title: A dumbbell under Ricci flow
        rotational: {dimension: 3, radius: "sin(x)*(1 - sin(x)^2/2)", points: 64}
        flow: {equation: ricci, time: 0.05, record: [0, 0.025, 0.05]}
        """);
    specs.put(
        "manifold",
        """
        title: Ricci flow rounds an ellipsoid
        manifold: {name: ellipsoid, axes: [1, 1, 0.8]}
        metric: {ansatz: conformal, background: induced}
        network: {hidden_layers: [12, 12], activation: sin, seed: 1}
        sample: {degree: 16}
        flow: {equation: ricci, descent: natural, time: 0.1, record: [0, 0.1]}
        observe: [volume, int_R, R_min, R_max]
        """);
    specs.put(
        "variety",
        """
        title: The Ricci-flat metric of a quartic
        variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
        metric: {ansatz: kahler-potential, features: invariant}
        network: {hidden_layers: [32, 32], activation: gelu, parametrization: standard, seed: 1}
        sample: {count: 5000, held_out: 1000, seed: 1}
        loss: {name: monge-ampere, power: 2}
        training: {method: adam, epochs: 10, batch: 64, learning_rate: 4e-3, schedule: cosine, record: 5}
        """);
    specs.put(
        "algebraic",
        """
        title: Donaldson's balanced metric of a cubic curve
        variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
        metric: {ansatz: algebraic, degree: 3}
        sample: {count: 5000, held_out: 1000, seed: 1}
        training: {method: donaldson, iterations: 10}
        """);
    return specs;
  }

  /**
   * The starter of a name.
   *
   * @throws InputException if there is none
   */
  public static StarterSpec of(String name) {
    if (!BARE.containsKey(name)) {
      throw InputException.of(
          "new", "'" + name + "' is unknown; " + Suggestion.ending(name, BARE.keySet()));
    }
    return new StarterSpec(name);
  }

  /** The names there are. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BARE.keySet());
  }

  /** The spec as YAML, a key a line, what it means behind it. */
  public String text() {
    Node.Mapping root = (Node.Mapping) YamlTree.parse(BARE.get(name), name);
    String space =
        Spaces.ALL.stream()
            .map(Spaces.Space::name)
            .filter(root.entries()::containsKey)
            .findFirst()
            .orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append("# metricflows run FILE runs it; metricflows explain KEY tells more.\n");
    root.entries()
        .forEach(
            (key, value) -> {
              if (value instanceof Node.Mapping section) {
                text.append(key).append(":\n");
                section
                    .entries()
                    .forEach(
                        (k, v) -> line(text, space, "  ", key + "." + k, k + ": " + inline(v)));
              } else {
                line(text, space, "", key, key + ": " + inline(value));
              }
            });
    return text.toString();
  }

  private static void line(
      StringBuilder text, String space, String indent, String path, String entry) {
    String line = indent + entry;
    String meaning =
        SpecDocumentation.explain(path).stream()
            .filter(e -> e.space().equals(space) && e.path().equals(path))
            .map(e -> e.meaning().replace("`", ""))
            .findFirst()
            .orElse("");
    text.append(line);
    if (!meaning.isEmpty()) {
      text.append(" ".repeat(Math.max(1, COLUMN - line.length()))).append("# ").append(meaning);
    }
    text.append('\n');
  }

  private static String inline(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .map(StarterSpec::inline)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + inline(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return scalar.quoted() ? "\"" + scalar.text() + "\"" : scalar.text();
  }
}
