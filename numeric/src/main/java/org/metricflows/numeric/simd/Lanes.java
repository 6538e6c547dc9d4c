package org.metricflows.numeric.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The machine's preferred vector of doubles, and the few operations that the lane passes share. */
final class Lanes {

  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  static final int COUNT = DOUBLES.length();

  private Lanes() {}

  /** The same number in every lane. */
  static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  static DoubleVector load(double[] array, int offset) {
    return DoubleVector.fromArray(DOUBLES, array, offset);
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

  /**
   * x · log₂e, rounded to an integer by the addend {@link ExpKernel#ROUND} that it still carries.
   */
  static DoubleVector shiftedExponent(DoubleVector x) {
    return x.fma(all(ExpKernel.LOG2_E), all(ExpKernel.ROUND));
  }

  /** x − k ln 2. */
  static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
    DoubleVector minusK = shifted.sub(ExpKernel.ROUND).neg();
    return minusK.fma(all(ExpKernel.LN2_LOW), minusK.fma(all(ExpKernel.LN2_HIGH), x));
  }

  /** 2ᵏ. */
  static DoubleVector power(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .add(ExpKernel.EXPONENT_BIAS)
        .lanewise(VectorOperators.LSHL, ExpKernel.MANTISSA_BITS)
        .reinterpretAsDoubles();
  }
}
