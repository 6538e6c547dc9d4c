package org.metricflows.bridge.internal.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.numeric.internal.variety.Estimate;

/**
 * A metric at points.
 *
 * @param arrays {@code points} [point][coordinate], what was asked for [point]…, and what goes with
 *     the points, such as {@code weights} of drawn ones
 * @param integrals over the space, with standard errors; of drawn points only
 */
public record Evaluated(Map<String, Tensor> arrays, Map<String, Estimate> integrals) {

  /** Keeps the order of the entries. */
  public Evaluated {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    integrals = Collections.unmodifiableMap(new LinkedHashMap<>(integrals));
  }
}
