package org.metricflows.numeric.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The machine's preferred vector of doubles, and the few bit operations the lane kernels share. */
final class Lanes {

  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  static final int COUNT = DOUBLES.length();

  private Lanes() {}

  /** The same number in every lane. */
  static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  static DoubleVector magnitude(DoubleVector x) {
    return x.lanewise(VectorOperators.ABS);
  }

  /** min(a, limit) for numbers; NaN stays. */
  static DoubleVector clampAbove(DoubleVector a, double limit) {
    return a.blend(limit, a.compare(VectorOperators.GT, limit));
  }

  /** Whether every lane has |x| ≤ limit (so none is NaN). */
  static boolean within(DoubleVector x, double limit) {
    return magnitude(x).compare(VectorOperators.LE, limit).allTrue();
  }

  /** As {@link ExpKernel#withSign}. */
  static DoubleVector withSign(DoubleVector value, DoubleVector x) {
    LongVector sign = x.reinterpretAsLongs().and(ExpKernel.SIGN);
    return value.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
  }
}
