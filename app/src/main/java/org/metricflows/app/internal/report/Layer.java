package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.app.internal.result.StoredFields;

/**
 * A number at each point and time of a run, to be shown as a map.
 *
 * @param name short
 * @param unit in ℓ
 * @param what in words
 * @param values [time][point]
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package alone
record Layer(String name, String unit, String what, double[][] values) {

  private static final Map<String, String> OBSERVABLES = Map.of("g", "metric_at_points", "R", "R");

  /** Curvature first, then the metric's components, and √det g, the volume of coordinates. */
  static List<Layer> of(StoredFields fields) {
    List<Layer> layers = new ArrayList<>();
    fields
        .arrays()
        .keySet()
        .forEach(
            name -> {
              List<double[][]> components = fields.components(name);
              Quantity quantity = Quantity.named(OBSERVABLES.getOrDefault(name, name));
              for (int c = 0; c < components.size(); c++) {
                boolean one = components.size() == 1;
                layers.add(
                    new Layer(
                        one ? name : name + " " + Components.label(c, components.size()),
                        quantity.unit(),
                        quantity.formula(),
                        components.get(c)));
              }
            });
    density(fields).ifPresent(layers::add);
    layers.sort(Comparator.comparing(layer -> !layer.name.equals("R")));
    return layers;
  }

  private static Optional<Layer> density(StoredFields fields) {
    if (!fields.arrays().containsKey("g")) {
      return Optional.empty();
    }
    List<double[][]> g = fields.components("g");
    int d = Components.dimension(g.size());
    double[][] root = new double[fields.times().length][fields.points().length];
    for (int t = 0; t < root.length; t++) {
      for (int p = 0; p < root[t].length; p++) {
        double[] components = new double[g.size()];
        for (int c = 0; c < components.length; c++) {
          components[c] = g.get(c)[t][p];
        }
        root[t][p] = Math.sqrt(Components.determinant(d, components));
      }
    }
    String unit = d == 1 ? "ℓ" : "ℓ" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Math.min(d, 9));
    return Optional.of(
        new Layer("√det g", unit, "the volume of a unit cell of the coordinates", root));
  }

  /** The numbers at chosen times and points, one after another. */
  Quantised quantised(int[] times, int[] points) {
    return Quantised.of(
        Arrays.stream(times)
            .boxed()
            .flatMapToDouble(t -> Arrays.stream(points).mapToDouble(p -> values[t][p]))
            .toArray());
  }

  Map<String, Object> toTree(int[] times, int[] points) {
    Quantised numbers = quantised(times, points);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("unit", unit);
    tree.put("lo", numbers.low());
    tree.put("hi", numbers.high());
    tree.put("typical", Data.typical(Arrays.stream(values).flatMapToDouble(Arrays::stream)));
    tree.put("data", numbers.base64());
    return tree;
  }
}
