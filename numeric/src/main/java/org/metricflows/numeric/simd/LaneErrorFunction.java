package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link ErrorFunctionKernel} on vectors whose lanes are all in the fast range. */
final class LaneErrorFunction {

  private LaneErrorFunction() {}

  static DoubleVector erf(DoubleVector x) {
    DoubleVector a = Lanes.clampAbove(Lanes.magnitude(x), ErrorFunctionKernel.ERF_SATURATION);
    DoubleVector value = flank(a).blend(centre(a), a.compare(VectorOperators.LT, 1));
    return Lanes.withSign(value, x);
  }

  static DoubleVector erfc(DoubleVector x) {
    DoubleVector a = Lanes.magnitude(x);
    DoubleVector square = a.mul(a);
    DoubleVector tail = tail(a, square, a.fma(a, square.neg()));
    return tail.blend(all(2).sub(tail), x.compare(VectorOperators.LT, 0));
  }

  static DoubleVector normalCdf(DoubleVector x) {
    DoubleVector a = Lanes.magnitude(x);
    DoubleVector square = a.mul(a);
    DoubleVector lost = a.fma(a, square.neg()).mul(0.5);
    DoubleVector y = a.mul(ErrorFunctionKernel.ROOT_HALF);
    DoubleVector tail = tail(y, square.mul(0.5), lost).mul(0.5);
    return tail.blend(all(1).sub(tail), x.compare(VectorOperators.GT, 0));
  }

  private static DoubleVector centre(DoubleVector a) {
    DoubleVector s = a.mul(a);
    DoubleVector p = all(ErrorFunctionKernel.A11);
    p = p.fma(s, all(ErrorFunctionKernel.A10));
    p = p.fma(s, all(ErrorFunctionKernel.A9));
    p = p.fma(s, all(ErrorFunctionKernel.A8));
    p = p.fma(s, all(ErrorFunctionKernel.A7));
    p = p.fma(s, all(ErrorFunctionKernel.A6));
    p = p.fma(s, all(ErrorFunctionKernel.A5));
    p = p.fma(s, all(ErrorFunctionKernel.A4));
    p = p.fma(s, all(ErrorFunctionKernel.A3));
    p = p.fma(s, all(ErrorFunctionKernel.A2));
    p = p.fma(s, all(ErrorFunctionKernel.A1));
    p = p.fma(s, all(ErrorFunctionKernel.A0));
    return a.fma(p, a);
  }

  private static DoubleVector flank(DoubleVector a) {
    DoubleVector p = all(ErrorFunctionKernel.B17);
    p = p.fma(a, all(ErrorFunctionKernel.B16));
    p = p.fma(a, all(ErrorFunctionKernel.B15));
    p = p.fma(a, all(ErrorFunctionKernel.B14));
    p = p.fma(a, all(ErrorFunctionKernel.B13));
    p = p.fma(a, all(ErrorFunctionKernel.B12));
    p = p.fma(a, all(ErrorFunctionKernel.B11));
    p = p.fma(a, all(ErrorFunctionKernel.B10));
    p = p.fma(a, all(ErrorFunctionKernel.B9));
    p = p.fma(a, all(ErrorFunctionKernel.B8));
    p = p.fma(a, all(ErrorFunctionKernel.B7));
    p = p.fma(a, all(ErrorFunctionKernel.B6));
    p = p.fma(a, all(ErrorFunctionKernel.B5));
    p = p.fma(a, all(ErrorFunctionKernel.B4));
    p = p.fma(a, all(ErrorFunctionKernel.B3));
    p = p.fma(a, all(ErrorFunctionKernel.B2));
    p = p.fma(a, all(ErrorFunctionKernel.B1));
    p = p.fma(a, all(ErrorFunctionKernel.B0));
    return all(1).sub(LaneExp.exp(p));
  }

  private static DoubleVector tail(DoubleVector y, DoubleVector square, DoubleVector lost) {
    DoubleVector e = LaneExp.exp(square.neg());
    return lost.neg().fma(e, e).mul(scaled(y));
  }

  private static DoubleVector scaled(DoubleVector y) {
    DoubleVector inverse = all(1).div(y.add(4));
    DoubleVector t = y.sub(4).mul(inverse);
    DoubleVector error = t.neg().fma(y, t.add(1).fma(all(-4), y));
    t = inverse.fma(error, t);
    DoubleVector p = all(ErrorFunctionKernel.F22);
    p = p.fma(t, all(ErrorFunctionKernel.F21));
    p = p.fma(t, all(ErrorFunctionKernel.F20));
    p = p.fma(t, all(ErrorFunctionKernel.F19));
    p = p.fma(t, all(ErrorFunctionKernel.F18));
    p = p.fma(t, all(ErrorFunctionKernel.F17));
    p = p.fma(t, all(ErrorFunctionKernel.F16));
    p = p.fma(t, all(ErrorFunctionKernel.F15));
    p = p.fma(t, all(ErrorFunctionKernel.F14));
    p = p.fma(t, all(ErrorFunctionKernel.F13));
    p = p.fma(t, all(ErrorFunctionKernel.F12));
    p = p.fma(t, all(ErrorFunctionKernel.F11));
    p = p.fma(t, all(ErrorFunctionKernel.F10));
    p = p.fma(t, all(ErrorFunctionKernel.F9));
    p = p.fma(t, all(ErrorFunctionKernel.F8));
    p = p.fma(t, all(ErrorFunctionKernel.F7));
    p = p.fma(t, all(ErrorFunctionKernel.F6));
    p = p.fma(t, all(ErrorFunctionKernel.F5));
    p = p.fma(t, all(ErrorFunctionKernel.F4));
    p = p.fma(t, all(ErrorFunctionKernel.F3));
    p = p.fma(t, all(ErrorFunctionKernel.F2));
    p = p.fma(t, all(ErrorFunctionKernel.F1));
    p = p.fma(t, all(ErrorFunctionKernel.F0));
    return p.div(y.mul(2).add(1));
  }
}
