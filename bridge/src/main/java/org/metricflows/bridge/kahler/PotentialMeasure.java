package org.metricflows.bridge.kahler;

import java.util.Map;

/** Further numbers of a potential that records carry. */
@FunctionalInterface
interface PotentialMeasure {

  /** The entries by name. */
  Map<String, Object> of(double[] theta);
}
