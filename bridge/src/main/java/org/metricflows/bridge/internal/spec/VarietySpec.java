package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.internal.variety.Variety;

/**
 * A complete intersection in a product of projective spaces.
 *
 * @param variety as understood
 * @param equations as written: polynomials in z0, z1, …, counted through all factors, and the
 *     parameters
 * @param parameters as written: constant formulas by name
 */
public record VarietySpec(Variety variety, List<String> equations, Map<String, String> parameters) {
  /** Copies its arguments. */
  public VarietySpec {
    equations = List.copyOf(equations);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The dimensions of the projective spaces. */
  public List<Integer> ambient() {
    return variety.ambient().dimensions();
  }

  /** Number of homogeneous coordinates of all factors. */
  public int coordinates() {
    return ambient().stream().mapToInt(n -> n + 1).sum();
  }
}
