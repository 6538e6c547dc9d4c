package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link LogKernel} on vectors: passes over runs whose length is a multiple of the lane count. */
final class LaneLog {

  private LaneLog() {}

  static void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = LogKernel.LOG;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (between(x, Double.MIN_NORMAL, Double.MAX_VALUE)) {
        LongVector stepped = stepped(x);
        DoubleVector f = fraction(x, stepped);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(c[c.length - 1]);
        for (int j = c.length - 2; j >= 0; j--) {
          p = p.fma(z, all(c[j]));
        }
        sum(exponent(stepped), f, s, z.mul(p)).intoArray(out, outOffset + i);
      } else {
        ScalarPasses.INSTANCE.log(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }

  static void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    double[] c = LogKernel.LOG;
    for (int i = 0; i < count; i += Lanes.COUNT) {
      DoubleVector x = Lanes.load(in, inOffset + i);
      if (between(x, LogKernel.LOG1P_LOW, LogKernel.LOG1P_HIGH)) {
        DoubleVector u = x.add(1);
        DoubleVector lost = x.sub(u.sub(1));
        LongVector stepped = stepped(u);
        DoubleVector f = fraction(u, stepped);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = all(c[c.length - 1]);
        for (int j = c.length - 2; j >= 0; j--) {
          p = p.fma(z, all(c[j]));
        }
        DoubleVector value = sum(exponent(stepped), f, s, z.mul(p)).add(lost.div(u));
        Lanes.withSign(value, x).intoArray(out, outOffset + i);
      } else {
        ScalarPasses.INSTANCE.log1p(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
  }

  private static boolean between(DoubleVector x, double low, double high) {
    return x.compare(VectorOperators.GE, low).and(x.compare(VectorOperators.LE, high)).allTrue();
  }

  private static LongVector stepped(DoubleVector x) {
    return x.reinterpretAsLongs().add(LogKernel.STEP_AT_ROOT_HALF);
  }

  private static DoubleVector exponent(LongVector stepped) {
    return stepped
        .lanewise(VectorOperators.LSHR, ExpKernel.MANTISSA_BITS)
        .or(LogKernel.TWO_TO_52)
        .reinterpretAsDoubles()
        .sub(LogKernel.EXPONENT_ORIGIN);
  }

  private static DoubleVector fraction(DoubleVector x, LongVector stepped) {
    LongVector field = stepped.and(LogKernel.EXPONENT_FIELD).sub(LogKernel.EXPONENT_ZERO);
    return x.reinterpretAsLongs().sub(field).reinterpretAsDoubles().sub(1);
  }

  private static DoubleVector sum(DoubleVector k, DoubleVector f, DoubleVector s, DoubleVector r) {
    DoubleVector half = f.mul(0.5).mul(f);
    DoubleVector tail = s.fma(r.add(half), k.mul(ExpKernel.LN2_LOW));
    return k.fma(all(ExpKernel.LN2_HIGH), f.sub(half.sub(tail)));
  }
}
