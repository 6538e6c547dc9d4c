package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.symbolic.Suggestion;

/** Reads the section {@code chart}. */
final class ChartReader {
  private static final int MAX_DIMENSION = 6;
  private static final Key<Value> COORDINATES =
      Key.of("coordinates", Kind.list(Map.of("type", "string")), "names of 1 to 6 coordinates");
  private static final Key<Value> PERIODIC =
      Key.of(
              "periodic",
              Kind.mapping(Kind.formulaSchema()),
              "`{x: 2*Pi}`: periods, constant formulas")
          .without("none");
  static final Codec<ChartSpec> CODEC =
      Codec.of(
          "chart",
          COORDINATES.as(ChartSpec::coordinates),
          PERIODIC.when(chart -> !chart.periods().isEmpty(), ChartReader::written));

  private ChartReader() {}

  static ChartSpec read(Value section) {
    Fields fields = CODEC.in(section);
    List<String> coordinates = coordinates(fields.get(COORDINATES));
    return new ChartSpec(
        coordinates, fields.find(PERIODIC).map(v -> periods(v, coordinates)).orElse(Map.of()));
  }

  private static List<String> coordinates(Value value) {
    List<Value> items = value.items("a list of 1 to " + MAX_DIMENSION + " names");
    if (items.size() > MAX_DIMENSION) {
      throw value.mustBe("a list of 1 to " + MAX_DIMENSION + " names");
    }
    List<String> names = new ArrayList<>();
    for (Value item : items) {
      String name = FormulaReader.name(item);
      if (names.contains(name)) {
        throw item.error("'" + name + "' is there already; coordinates must differ");
      }
      names.add(name);
    }
    return names;
  }

  /** The periods as written, in the order of the coordinates. */
  private static Map<String, Object> written(ChartSpec chart) {
    Map<String, Object> periods = new LinkedHashMap<>();
    chart.coordinates().stream()
        .filter(chart.periods()::containsKey)
        .forEach(name -> periods.put(name, chart.periods().get(name).text()));
    return periods;
  }

  private static Map<String, Formula> periods(Value value, List<String> coordinates) {
    Map<String, Formula> periods = new LinkedHashMap<>();
    value.named().forEach((name, period) -> periods.put(name, period(name, period, coordinates)));
    return periods;
  }

  private static Formula period(String name, Value period, List<String> coordinates) {
    if (!coordinates.contains(name)) {
      throw period.error("no such coordinate; " + Suggestion.ending(name, coordinates));
    }
    if (period.isNumber()) {
      period.number("a positive number", x -> x > 0);
    }
    Formula formula = FormulaReader.ofConstants().formula(period);
    double length = Constants.valueOf(formula.value());
    if (!(length > 0) || Double.isInfinite(length)) {
      throw period.error("'" + formula.text() + "' is not a positive number");
    }
    return formula;
  }
}
