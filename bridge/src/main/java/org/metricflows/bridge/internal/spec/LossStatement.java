package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.symbolic.loss.Loss;

/**
 * The loss of a spec; w_a are the sample's weights.
 *
 * @param loss L = Σ_a w_a ℓ(x_a)
 * @param section what reads back to it
 */
public record LossStatement(Loss loss, Map<String, Object> section) {
  /** Keeps the order of the section. */
  public LossStatement {
    section = Collections.unmodifiableMap(new LinkedHashMap<>(section));
  }
}
