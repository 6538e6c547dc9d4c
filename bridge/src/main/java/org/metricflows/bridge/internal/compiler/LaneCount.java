package org.metricflows.bridge.internal.compiler;

import jdk.incubator.vector.DoubleVector;
import org.metricflows.numeric.internal.simd.VectorModule;

/** The width of vectors. */
final class LaneCount {

  private LaneCount() {}

  /** Doubles in a vector, 1 where the vector module is absent. */
  static int preferred() {
    return VectorModule.isPresent() ? Present.preferred() : 1;
  }

  /** Loaded only where the module is. */
  private static final class Present {
    static int preferred() {
      return DoubleVector.SPECIES_PREFERRED.length();
    }
  }
}
