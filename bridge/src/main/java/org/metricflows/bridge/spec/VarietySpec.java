package org.metricflows.bridge.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.variety.Variety;

/**
 * A complete intersection in a product of projective spaces.
 *
 * @param ambient the dimensions of the projective spaces
 * @param equations polynomials in z0, z1, …, counted through all factors, and the parameters
 * @param parameters constant formulas by name
 */
public record VarietySpec(
    List<Integer> ambient, List<String> equations, Map<String, String> parameters) {
  /** Copies its arguments. */
  public VarietySpec {
    ambient = List.copyOf(ambient);
    equations = List.copyOf(equations);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Number of homogeneous coordinates of all factors. */
  public int coordinates() {
    return ambient.stream().mapToInt(n -> n + 1).sum();
  }

  /**
   * The variety, understood.
   *
   * @throws org.metricflows.symbolic.InputException naming the field, if it is none
   */
  public Variety variety() {
    return Variety.of(ambient, equations, parameters);
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("ambient", ambient);
    tree.put("equations", equations);
    if (!parameters.isEmpty()) {
      tree.put("parameters", parameters);
    }
    return tree;
  }
}
