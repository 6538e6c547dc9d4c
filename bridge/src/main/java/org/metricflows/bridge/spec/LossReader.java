package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
      return density(section, fields);
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

  private static LossSpec density(Value section, Fields fields) {
    if (!fields.has("density")) {
      throw section.error(
          "must have a name (one of " + String.join(", ", NAMES.keySet()) + ") or a density");
    }
    fields.refuse("target", "has no meaning beside a density of one's own");
    fields.refuse("lambda", "has no meaning beside a density of one's own");
    return new LossSpec.Density(fields.get("density").expression());
  }
}
