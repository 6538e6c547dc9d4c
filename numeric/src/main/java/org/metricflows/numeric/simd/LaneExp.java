package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link ExpKernel} on vectors whose lanes are all in the fast range. */
final class LaneExp {

  private LaneExp() {}

  static DoubleVector exp(DoubleVector x) {
    DoubleVector shifted = x.fma(all(ExpKernel.LOG2_E), all(ExpKernel.ROUND));
    return fraction(x, shifted.sub(ExpKernel.ROUND)).add(1).mul(power(shifted));
  }

  static DoubleVector expm1(DoubleVector x) {
    return Lanes.withSign(unsignedExpm1(x), x);
  }

  static DoubleVector tanh(DoubleVector x) {
    DoubleVector clamped = Lanes.clampAbove(Lanes.magnitude(x), ExpKernel.TANH_SATURATION);
    DoubleVector t = unsignedExpm1(clamped.add(clamped));
    return Lanes.withSign(t.div(t.add(2)), x);
  }

  static DoubleVector sinh(DoubleVector x) {
    DoubleVector t = unsignedExpm1(Lanes.magnitude(x));
    return Lanes.withSign(t.add(t.div(t.add(1))).mul(0.5), x);
  }

  static DoubleVector cosh(DoubleVector x) {
    DoubleVector e = exp(x);
    return e.mul(0.5).add(all(0.5).div(e));
  }

  static DoubleVector sigmoid(DoubleVector x) {
    return all(1).div(exp(x.neg()).add(1));
  }

  private static DoubleVector unsignedExpm1(DoubleVector x) {
    DoubleVector shifted = x.fma(all(ExpKernel.LOG2_E), all(ExpKernel.ROUND));
    DoubleVector scale = power(shifted);
    return scale.fma(fraction(x, shifted.sub(ExpKernel.ROUND)), scale.sub(1));
  }

  private static DoubleVector fraction(DoubleVector x, DoubleVector k) {
    DoubleVector minusK = k.neg();
    DoubleVector r = minusK.fma(all(ExpKernel.LN2_HIGH), x);
    r = minusK.fma(all(ExpKernel.LN2_LOW), r);
    DoubleVector q = all(ExpKernel.Q10);
    q = q.fma(r, all(ExpKernel.Q9));
    q = q.fma(r, all(ExpKernel.Q8));
    q = q.fma(r, all(ExpKernel.Q7));
    q = q.fma(r, all(ExpKernel.Q6));
    q = q.fma(r, all(ExpKernel.Q5));
    q = q.fma(r, all(ExpKernel.Q4));
    q = q.fma(r, all(ExpKernel.Q3));
    q = q.fma(r, all(ExpKernel.Q2));
    q = q.fma(r, all(ExpKernel.Q1));
    q = q.fma(r, all(ExpKernel.Q0));
    return r.mul(r).fma(q, r);
  }

  private static DoubleVector power(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .add(ExpKernel.EXPONENT_BIAS)
        .lanewise(VectorOperators.LSHL, ExpKernel.MANTISSA_BITS)
        .reinterpretAsDoubles();
  }
}
