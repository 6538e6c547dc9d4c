package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link TrigKernel} on vectors whose lanes are all in the fast range. */
final class LaneTrig {

  private LaneTrig() {}

  static DoubleVector sin(DoubleVector x) {
    DoubleVector magnitude = Lanes.magnitude(x);
    DoubleVector shifted = shifted(magnitude);
    LongVector quadrant = shifted.reinterpretAsLongs();
    DoubleVector r = reduced(magnitude, shifted.sub(ExpKernel.ROUND));
    LongVector sign = signOfSine(quadrant).lanewise(VectorOperators.XOR, signOf(x));
    return flip(select(quadrant, sine(r), cosine(r)), sign);
  }

  static DoubleVector cos(DoubleVector x) {
    DoubleVector magnitude = Lanes.magnitude(x);
    DoubleVector shifted = shifted(magnitude);
    LongVector quadrant = shifted.reinterpretAsLongs();
    DoubleVector r = reduced(magnitude, shifted.sub(ExpKernel.ROUND));
    return flip(select(quadrant, cosine(r), sine(r)), signOfSine(quadrant.add(1)));
  }

  /** Writes both functions: the reduction and the two polynomials are shared. */
  static void sincos(DoubleVector x, double[] sin, int sinOffset, double[] cos, int cosOffset) {
    DoubleVector magnitude = Lanes.magnitude(x);
    DoubleVector shifted = shifted(magnitude);
    LongVector quadrant = shifted.reinterpretAsLongs();
    DoubleVector r = reduced(magnitude, shifted.sub(ExpKernel.ROUND));
    DoubleVector s = sine(r);
    DoubleVector c = cosine(r);
    LongVector sign = signOfSine(quadrant).lanewise(VectorOperators.XOR, signOf(x));
    flip(select(quadrant, s, c), sign).intoArray(sin, sinOffset);
    flip(select(quadrant, c, s), signOfSine(quadrant.add(1))).intoArray(cos, cosOffset);
  }

  private static DoubleVector shifted(DoubleVector magnitude) {
    return magnitude.fma(all(TrigKernel.TWO_OVER_PI), all(ExpKernel.ROUND));
  }

  private static DoubleVector reduced(DoubleVector x, DoubleVector k) {
    DoubleVector minusK = k.neg();
    DoubleVector r = minusK.fma(all(TrigKernel.HALF_PI_1), x);
    r = minusK.fma(all(TrigKernel.HALF_PI_2), r);
    return minusK.fma(all(TrigKernel.HALF_PI_3), r);
  }

  /** The first where the quadrant is even, the second where it is odd. */
  private static DoubleVector select(LongVector quadrant, DoubleVector even, DoubleVector odd) {
    LongVector allOnesIfOdd = quadrant.and(1).neg();
    LongVector a = even.reinterpretAsLongs();
    LongVector b = odd.reinterpretAsLongs();
    LongVector difference = a.lanewise(VectorOperators.XOR, b).and(allOnesIfOdd);
    return a.lanewise(VectorOperators.XOR, difference).reinterpretAsDoubles();
  }

  private static LongVector signOfSine(LongVector quadrant) {
    return quadrant.lanewise(VectorOperators.LSHL, 62).and(ExpKernel.SIGN);
  }

  private static LongVector signOf(DoubleVector x) {
    return x.reinterpretAsLongs().and(ExpKernel.SIGN);
  }

  private static DoubleVector flip(DoubleVector value, LongVector sign) {
    return value.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
  }

  private static DoubleVector sine(DoubleVector r) {
    DoubleVector z = r.mul(r);
    DoubleVector p = all(TrigKernel.S6);
    p = p.fma(z, all(TrigKernel.S5));
    p = p.fma(z, all(TrigKernel.S4));
    p = p.fma(z, all(TrigKernel.S3));
    p = p.fma(z, all(TrigKernel.S2));
    p = p.fma(z, all(TrigKernel.S1));
    return r.mul(z).fma(p, r);
  }

  private static DoubleVector cosine(DoubleVector r) {
    DoubleVector z = r.mul(r);
    DoubleVector p = all(TrigKernel.C6);
    p = p.fma(z, all(TrigKernel.C5));
    p = p.fma(z, all(TrigKernel.C4));
    p = p.fma(z, all(TrigKernel.C3));
    p = p.fma(z, all(TrigKernel.C2));
    p = p.fma(z, all(TrigKernel.C1));
    DoubleVector half = z.mul(0.5);
    DoubleVector w = all(1).sub(half);
    return w.add(z.mul(z).fma(p, all(1).sub(w).sub(half)));
  }
}
