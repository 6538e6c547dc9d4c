package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link TrigKernel} on vectors: passes over runs whose length is a multiple of the lane count. */
final class LaneTrig {

  private LaneTrig() {}

  static void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    turned(in, inOffset, out, outOffset, count, 0, ExpKernel.SIGN);
  }

  /** cos x = cos |x| is the sine a quadrant on. */
  static void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    turned(in, inOffset, out, outOffset, count, 1, 0);
  }

  /** The sine a number of quadrants on, times the part of x's sign that the mask keeps. */
  private static void turned(
      double[] in, int inOffset, double[] out, int outOffset, int count, int turn, long mask) {
    double[] a = TrigKernel.SINE;
    double[] b = TrigKernel.COSINE;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (Lanes.within(x, TrigKernel.FAST_RANGE)) {
        DoubleVector magnitude = Lanes.magnitude(x);
        DoubleVector shifted = magnitude.fma(all(TrigKernel.TWO_OVER_PI), all(ExpKernel.ROUND));
        DoubleVector r = reduced(magnitude, shifted);
        DoubleVector z = r.mul(r);
        DoubleVector p = all(a[a.length - 1]);
        DoubleVector q = all(b[b.length - 1]);
        for (int j = a.length - 2; j >= 0; j--) {
          p = p.fma(z, all(a[j]));
          q = q.fma(z, all(b[j]));
        }
        LongVector quadrant = shifted.reinterpretAsLongs().add(turn);
        LongVector sign = signOfSine(quadrant, x.reinterpretAsLongs().and(mask));
        DoubleVector value = select(quadrant, r.mul(z).fma(p, r), cosine(z, q));
        flip(value, sign).intoArray(out, outOffset + i);
      } else if (turn == 0) {
        ScalarPasses.INSTANCE.sin(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      } else {
        ScalarPasses.INSTANCE.cos(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }

  static void sincos(
      double[] in,
      int inOffset,
      double[] sin,
      int sinOffset,
      double[] cos,
      int cosOffset,
      int count) {
    double[] a = TrigKernel.SINE;
    double[] b = TrigKernel.COSINE;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (Lanes.within(x, TrigKernel.FAST_RANGE)) {
        DoubleVector magnitude = Lanes.magnitude(x);
        DoubleVector shifted = magnitude.fma(all(TrigKernel.TWO_OVER_PI), all(ExpKernel.ROUND));
        DoubleVector r = reduced(magnitude, shifted);
        DoubleVector z = r.mul(r);
        DoubleVector p = all(a[a.length - 1]);
        DoubleVector q = all(b[b.length - 1]);
        for (int j = a.length - 2; j >= 0; j--) {
          p = p.fma(z, all(a[j]));
          q = q.fma(z, all(b[j]));
        }
        DoubleVector s = r.mul(z).fma(p, r);
        DoubleVector c = cosine(z, q);
        LongVector quadrant = shifted.reinterpretAsLongs();
        LongVector next = quadrant.add(1);
        LongVector sign = signOfSine(quadrant, x.reinterpretAsLongs().and(ExpKernel.SIGN));
        flip(select(quadrant, s, c), sign).intoArray(sin, sinOffset + i);
        flip(select(next, s, c), next.lanewise(VectorOperators.LSHL, 62).and(ExpKernel.SIGN))
            .intoArray(cos, cosOffset + i);
      } else {
        ScalarPasses.INSTANCE.sincos(
            in, inOffset + i, sin, sinOffset + i, cos, cosOffset + i, Lanes.COUNT);
      }
    }
  }

  private static DoubleVector reduced(DoubleVector x, DoubleVector shifted) {
    DoubleVector minusK = shifted.sub(ExpKernel.ROUND).neg();
    DoubleVector r = minusK.fma(all(TrigKernel.HALF_PI_1), x);
    r = minusK.fma(all(TrigKernel.HALF_PI_2), r);
    return minusK.fma(all(TrigKernel.HALF_PI_3), r);
  }

  private static DoubleVector cosine(DoubleVector z, DoubleVector q) {
    DoubleVector half = z.mul(0.5);
    DoubleVector w = all(1).sub(half);
    return w.add(z.mul(z).fma(q, all(1).sub(w).sub(half)));
  }

  /** The first where the quadrant is even, the second where it is odd. */
  private static DoubleVector select(LongVector quadrant, DoubleVector even, DoubleVector odd) {
    LongVector a = even.reinterpretAsLongs();
    LongVector b = odd.reinterpretAsLongs();
    LongVector allOnesIfOdd = quadrant.and(1).neg();
    LongVector difference = a.lanewise(VectorOperators.XOR, b).and(allOnesIfOdd);
    return a.lanewise(VectorOperators.XOR, difference).reinterpretAsDoubles();
  }

  /** Quadrants 2 and 3 turn the sign given. */
  private static LongVector signOfSine(LongVector quadrant, LongVector sign) {
    LongVector turned = quadrant.lanewise(VectorOperators.LSHL, 62).and(ExpKernel.SIGN);
    return turned.lanewise(VectorOperators.XOR, sign);
  }

  private static DoubleVector flip(DoubleVector value, LongVector sign) {
    return value.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
  }
}
