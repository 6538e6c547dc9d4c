package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.StoredFields;

/**
 * A number at each point and time of a run, to be shown as a map.
 *
 * @param name short
 * @param unit in ℓ
 * @param values of it
 */
record Layer(String name, String unit, Values values) {

  /** A number at each time and point. */
  @FunctionalInterface
  interface Values {
    double at(int time, int point);
  }

  /** Arrays that have another name in records. */
  private static final Map<String, String> OBSERVABLES = Map.of("g", "metric_at_points");

  private static final String POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Curvature first, then the metric's components, and √det g, the volume of coordinates. */
  static List<Layer> of(StoredFields fields) {
    List<Layer> layers = new ArrayList<>();
    for (String name : fields.arrays().keySet()) {
      Quantity quantity = quantity(name);
      int count = fields.components(name);
      for (int c = 0; c < count; c++) {
        int component = c;
        layers.add(
            new Layer(
                count == 1 ? name : name + " " + Components.label(c, count),
                quantity.unit(),
                (t, p) -> fields.at(name, component, t, p)));
      }
    }
    if (fields.has("g")) {
      layers.add(density(fields));
    }
    layers.sort(Comparator.comparing(layer -> !layer.name.equals("R")));
    return layers;
  }

  /** What an array is. */
  static Quantity quantity(String name) {
    return Quantity.named(OBSERVABLES.getOrDefault(name, name));
  }

  private static Layer density(StoredFields fields) {
    int count = fields.components("g");
    int d = Components.dimension(count);
    String unit = d == 1 ? "ℓ" : "ℓ" + POWERS.charAt(d);
    return new Layer(
        "√det g",
        unit,
        (t, p) -> {
          double[] components = new double[count];
          for (int c = 0; c < count; c++) {
            components[c] = fields.at("g", c, t, p);
          }
          return Math.sqrt(Components.determinant(d, components));
        });
  }

  /** What the page's script draws: the numbers at chosen times and points. */
  Map<String, Object> toTree(int[] times, int[] points) {
    double[] chosen =
        Arrays.stream(times)
            .boxed()
            .flatMapToDouble(t -> Arrays.stream(points).mapToDouble(p -> values.at(t, p)))
            .toArray();
    Quantised numbers = Quantised.of(chosen);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("unit", unit);
    tree.put("lo", numbers.low());
    tree.put("hi", numbers.high());
    tree.put("typical", Data.typical(Arrays.stream(chosen)));
    tree.put("data", numbers.base64());
    return tree;
  }
}
