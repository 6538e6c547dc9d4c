package org.metricflows.bridge.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.Suggestion;

/** Reads the section {@code chart}. */
final class ChartReader {
  private static final int MAX_DIMENSION = 6;

  private ChartReader() {}

  static ChartSpec read(Value section) {
    Fields fields = section.fields(List.of("coordinates", "periodic"));
    List<String> coordinates = coordinates(fields.get("coordinates"));
    return new ChartSpec(
        coordinates, fields.get("periodic", Map.of(), v -> periods(v, coordinates)));
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

  private static Map<String, String> periods(Value value, List<String> coordinates) {
    Map<String, String> periods = new LinkedHashMap<>();
    value.named().forEach((name, period) -> periods.put(name, period(name, period, coordinates)));
    return periods;
  }

  private static String period(String name, Value period, List<String> coordinates) {
    if (!coordinates.contains(name)) {
      throw period.error("no such coordinate; " + Suggestion.ending(name, coordinates));
    }
    if (period.isNumber()) {
      period.number("a positive number", x -> x > 0);
    }
    return FormulaReader.ofConstants().check(period);
  }
}
