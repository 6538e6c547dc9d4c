package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link ErrorFunctionKernel} on vectors: passes over runs whose length is a multiple of the lane
 * count.
 */
final class LaneErrorFunction {

  private LaneErrorFunction() {}

  static void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] centre = ErrorFunctionKernel.CENTRE;
    double[] flank = ErrorFunctionKernel.FLANK;
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      DoubleVector a = Lanes.clampAbove(Lanes.magnitude(x), ErrorFunctionKernel.ERF_SATURATION);
      DoubleVector s = a.mul(a);
      DoubleVector p = all(centre[centre.length - 1]);
      for (int j = centre.length - 2; j >= 0; j--) {
        p = p.fma(s, all(centre[j]));
      }
      DoubleVector b = all(flank[flank.length - 1]);
      for (int j = flank.length - 2; j >= 0; j--) {
        b = b.fma(a, all(flank[j]));
      }
      DoubleVector shifted = Lanes.shiftedExponent(b);
      DoubleVector r = Lanes.remainder(b, shifted);
      DoubleVector q = all(c[c.length - 1]);
      for (int j = c.length - 2; j >= 0; j--) {
        q = q.fma(r, all(c[j]));
      }
      DoubleVector e = r.mul(r).fma(q, r).add(1).mul(Lanes.power(shifted));
      DoubleVector value = all(1).sub(e).blend(a.fma(p, a), a.compare(VectorOperators.LT, 1));
      Lanes.withSign(value, x).intoArray(out, outOffset + i);
    }
  }

  static void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] f = ErrorFunctionKernel.SCALED;
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (!Lanes.within(x, ErrorFunctionKernel.NORMAL_RANGE)) {
        ScalarPasses.INSTANCE.normalCdf(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
        continue;
      }
      DoubleVector a = Lanes.magnitude(x);
      DoubleVector square = a.mul(a);
      DoubleVector lost = a.fma(a, square.neg()).mul(0.5);
      DoubleVector y = a.mul(ErrorFunctionKernel.ROOT_HALF);
      DoubleVector t = argument(y);
      DoubleVector p = all(f[f.length - 1]);
      for (int j = f.length - 2; j >= 0; j--) {
        p = p.fma(t, all(f[j]));
      }
      DoubleVector exponent = square.mul(-0.5);
      DoubleVector shifted = Lanes.shiftedExponent(exponent);
      DoubleVector r = Lanes.remainder(exponent, shifted);
      DoubleVector q = all(c[c.length - 1]);
      for (int j = c.length - 2; j >= 0; j--) {
        q = q.fma(r, all(c[j]));
      }
      DoubleVector e = r.mul(r).fma(q, r).add(1).mul(Lanes.power(shifted));
      DoubleVector scaled = p.div(y.mul(2).add(1));
      DoubleVector tail = lost.neg().fma(e, e).mul(scaled).mul(0.5);
      tail.blend(all(1).sub(tail), x.compare(VectorOperators.GT, 0)).intoArray(out, outOffset + i);
    }
  }

  /** (y − 4)/(y + 4), with one correction of its rounding. */
  private static DoubleVector argument(DoubleVector y) {
    DoubleVector inverse = all(1).div(y.add(4));
    DoubleVector t = y.sub(4).mul(inverse);
    DoubleVector error = t.neg().fma(y, t.add(1).fma(all(-4), y));
    return inverse.fma(error, t);
  }
}
