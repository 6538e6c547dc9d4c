package org.metricflows.bridge.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.loss.Loss;

/** Reads the section {@code loss}. */
final class LossReader {
  /** The losses by name, with the key each takes besides, empty for none. */
  private static final Map<String, String> NAMES = names();

  private LossReader() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("mse", "target");
    names.put("ricci", "");
    names.put("einstein", "lambda");
    names.put("perelman", "density");
    names.put("scalar-curvature", "target");
    return names;
  }

  static LossSpec read(Value section, ChartSpec chart) {
    Fields fields = section.fields(List.of("name", "target", "lambda", "density"));
    if (!fields.has("name")) {
      return density(section, fields, chart);
    }
    String name = name(fields.get("name"));
    refuseOthers(fields, name);
    FormulaReader formulas = FormulaReader.in(chart);
    return switch (name) {
      case "mse" -> new LossSpec.Mse(MatrixReader.read(fields.get("target"), chart));
      case "ricci" -> new LossSpec.Ricci();
      case "einstein" -> new LossSpec.Einstein(fields.get("lambda").number());
      case "perelman" -> new LossSpec.Perelman(formulas.check(fields.get("density")));
      default -> new LossSpec.ScalarCurvature(formulas.check(fields.get("target")));
    };
  }

  private static String name(Value value) {
    if (value.is("monge-ampere")) {
      throw value.error("'monge-ampere' is not available in this version");
    }
    value.choice(NAMES);
    return value.text();
  }

  private static void refuseOthers(Fields fields, String name) {
    for (String key : List.of("target", "lambda", "density")) {
      if (!NAMES.get(name).equals(key)) {
        fields.refuse(key, "has no meaning for the loss '" + name + "'");
      }
    }
  }

  private static LossSpec density(Value section, Fields fields, ChartSpec chart) {
    if (!fields.has("density")) {
      throw section.error(
          "must have a name (one of " + String.join(", ", NAMES.keySet()) + ") or a density");
    }
    fields.refuse("target", "has no meaning beside a density of one's own");
    fields.refuse("lambda", "has no meaning beside a density of one's own");
    return new LossSpec.Density(density(fields.get("density"), chart));
  }

  /** A density may write |Ric|^2 and |Riem|^2 for the invariants Ric2 and Riem2. */
  private static String density(Value value, ChartSpec chart) {
    List<String> names = new ArrayList<>(Loss.Custom.invariants(chart.dimension()));
    for (String coordinate : chart.coordinates()) {
      if (names.contains(coordinate)) {
        throw value.error(
            "the coordinate '" + coordinate + "' has the name of an invariant; rename it");
      }
    }
    names.addAll(chart.coordinates());
    String plain =
        value
            .expression()
            .replaceAll("\\|Ric\\|\\s*\\^\\s*2", "Ric2")
            .replaceAll("\\|Riem\\|\\s*\\^\\s*2", "Riem2");
    FormulaReader.of(names).read(value.withText(plain));
    return value.expression();
  }
}
