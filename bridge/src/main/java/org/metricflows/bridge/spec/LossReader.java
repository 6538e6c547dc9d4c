package org.metricflows.bridge.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.loss.Loss;

/** Reads the section {@code loss}. */
final class LossReader {

  /** Reads what a loss takes besides its name, and says what of it to write back. */
  @FunctionalInterface
  private interface Reading {
    Loss of(Value value, ChartSpec chart, Map<String, Object> section);
  }

  /**
   * A loss by name.
   *
   * @param key what it takes besides, empty for nothing
   * @param reading what is made of that
   */
  private record Kind(String key, Reading reading) {}

  private static final Map<String, Kind> KINDS = kinds();

  private LossReader() {}

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("mse", new Kind("target", LossReader::meanSquare));
    kinds.put("ricci", new Kind("", (value, chart, section) -> new Loss.Ricci()));
    kinds.put("einstein", new Kind("lambda", LossReader::einstein));
    kinds.put("perelman", new Kind("density", LossReader::perelman));
    kinds.put("scalar-curvature", new Kind("target", LossReader::scalarCurvature));
    return kinds;
  }

  static LossStatement read(Value section, ChartSpec chart) {
    Set<String> keys = new LinkedHashSet<>(List.of("name"));
    KINDS.values().stream().map(Kind::key).filter(key -> !key.isEmpty()).forEach(keys::add);
    Fields fields = section.fields(List.copyOf(keys));
    Map<String, Object> written = new LinkedHashMap<>();
    if (!fields.has("name")) {
      return new LossStatement(density(section, fields, chart, written), written);
    }
    String name = name(fields.get("name"));
    Kind kind = KINDS.get(name);
    for (String key : keys) {
      if (!key.equals("name") && !kind.key().equals(key)) {
        fields.refuse(key, "has no meaning for the loss '" + name + "'");
      }
    }
    written.put("name", name);
    Value value = kind.key().isEmpty() ? section : fields.get(kind.key());
    return new LossStatement(kind.reading().of(value, chart, written), written);
  }

  private static String name(Value value) {
    if (value.is("monge-ampere")) {
      throw value.error("'monge-ampere' is for a 'variety'; a chart has one of " + names());
    }
    value.choice(KINDS);
    return value.text();
  }

  private static String names() {
    return String.join(", ", KINDS.keySet());
  }

  private static Loss meanSquare(Value value, ChartSpec chart, Map<String, Object> section) {
    SymmetricMatrix target = MatrixReader.read(value, chart);
    section.put("target", target.texts());
    return new Loss.MeanSquare(target.components());
  }

  private static Loss einstein(Value value, ChartSpec chart, Map<String, Object> section) {
    double lambda = value.number();
    section.put("lambda", lambda);
    return new Loss.Einstein(Rational.of(lambda));
  }

  private static Loss perelman(Value value, ChartSpec chart, Map<String, Object> section) {
    Formula density = FormulaReader.in(chart).formula(value);
    section.put("density", density.text());
    return new Loss.Perelman(density.value(), chart.symbols());
  }

  private static Loss scalarCurvature(Value value, ChartSpec chart, Map<String, Object> section) {
    Formula target = FormulaReader.in(chart).formula(value);
    section.put("target", target.text());
    return new Loss.ScalarCurvature(target.value());
  }

  private static Loss density(
      Value section, Fields fields, ChartSpec chart, Map<String, Object> written) {
    if (!fields.has("density")) {
      throw section.error("must have a name (one of " + names() + ") or a density");
    }
    fields.refuse("target", "has no meaning beside a density of one's own");
    fields.refuse("lambda", "has no meaning beside a density of one's own");
    Value value = fields.get("density");
    written.put("density", value.expression());
    return new Loss.Custom(density(value, chart), chart.symbols());
  }

  /** A density may write |Ric|^2 and |Riem|^2 for the invariants Ric2 and Riem2. */
  private static Expr density(Value value, ChartSpec chart) {
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
    return FormulaReader.of(names).read(value.withText(plain));
  }
}
