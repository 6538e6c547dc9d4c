package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.ColumnMap;

/** An activation function σ through its derivatives, as a compiled program gives them. */
@FunctionalInterface
public interface Activation {

  /**
   * The map from one column z to the {@code highest + 1} columns σ(z), σ′(z), …, σ^(highest)(z),
   * for {@code 0 ≤ highest ≤ 5}; jets ask for three, series for up to five.
   */
  ColumnMap derivatives(int highest);
}
