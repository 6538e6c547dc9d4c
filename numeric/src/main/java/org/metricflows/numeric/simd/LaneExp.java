package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ExpKernel} on vectors: passes over runs whose length is a multiple of the lane count.
 *
 * <p>Polynomials are loops over their coefficients, written out in each pass. That keeps a pass one
 * method, small enough for the compiler to keep every vector in a register.
 */
final class LaneExp {

  private LaneExp() {}

  static void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        DoubleVector shifted = Lanes.shiftedExponent(x);
        DoubleVector r = Lanes.remainder(x, shifted);
        DoubleVector q = all(c[c.length - 1]);
        for (int j = c.length - 2; j >= 0; j--) {
          q = q.fma(r, all(c[j]));
        }
        DoubleVector scale = Lanes.power(shifted);
        r.mul(r).fma(q, r).add(1).mul(scale).intoArray(out, outOffset + i);
      } else {
        ScalarPasses.INSTANCE.exp(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }

  static void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        DoubleVector shifted = Lanes.shiftedExponent(x);
        DoubleVector r = Lanes.remainder(x, shifted);
        DoubleVector q = all(c[c.length - 1]);
        for (int j = c.length - 2; j >= 0; j--) {
          q = q.fma(r, all(c[j]));
        }
        DoubleVector scale = Lanes.power(shifted);
        DoubleVector value = scale.fma(r.mul(r).fma(q, r), scale.sub(1));
        Lanes.withSign(value, x).intoArray(out, outOffset + i);
      } else {
        ScalarPasses.INSTANCE.expm1(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }

  static void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      DoubleVector clamped = Lanes.clampAbove(Lanes.magnitude(x), ExpKernel.TANH_SATURATION);
      DoubleVector doubled = clamped.add(clamped);
      DoubleVector shifted = Lanes.shiftedExponent(doubled);
      DoubleVector r = Lanes.remainder(doubled, shifted);
      DoubleVector q = all(c[c.length - 1]);
      for (int j = c.length - 2; j >= 0; j--) {
        q = q.fma(r, all(c[j]));
      }
      DoubleVector scale = Lanes.power(shifted);
      DoubleVector t = scale.fma(r.mul(r).fma(q, r), scale.sub(1));
      Lanes.withSign(t.div(t.add(2)), x).intoArray(out, outOffset + i);
    }
  }

  static void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = ExpKernel.EXPM1;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i).neg();
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        DoubleVector shifted = Lanes.shiftedExponent(x);
        DoubleVector r = Lanes.remainder(x, shifted);
        DoubleVector q = all(c[c.length - 1]);
        for (int j = c.length - 2; j >= 0; j--) {
          q = q.fma(r, all(c[j]));
        }
        DoubleVector e = r.mul(r).fma(q, r).add(1).mul(Lanes.power(shifted));
        all(1).div(e.add(1)).intoArray(out, outOffset + i);
      } else {
        ScalarPasses.INSTANCE.sigmoid(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }
}
