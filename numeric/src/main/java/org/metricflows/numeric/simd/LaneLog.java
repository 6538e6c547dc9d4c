package org.metricflows.numeric.simd;

import static org.metricflows.numeric.simd.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link LogKernel} on vectors whose lanes are all in the fast range. */
final class LaneLog {

  private LaneLog() {}

  static boolean inRange(DoubleVector x) {
    return x.compare(VectorOperators.GE, Double.MIN_NORMAL)
        .and(x.compare(VectorOperators.LE, Double.MAX_VALUE))
        .allTrue();
  }

  static boolean inLog1pRange(DoubleVector x) {
    return x.compare(VectorOperators.GT, -1)
        .and(x.compare(VectorOperators.LE, LogKernel.LOG1P_RANGE))
        .allTrue();
  }

  static DoubleVector log1p(DoubleVector x) {
    DoubleVector u = x.add(1);
    DoubleVector lost = x.sub(u.sub(1));
    return Lanes.withSign(log(u).add(lost.div(u)), x);
  }

  static DoubleVector log(DoubleVector x) {
    LongVector bits = x.reinterpretAsLongs();
    LongVector stepped = bits.add(LogKernel.STEP_AT_ROOT_HALF);
    LongVector exponent = stepped.lanewise(VectorOperators.LSHR, ExpKernel.MANTISSA_BITS);
    DoubleVector k =
        exponent.or(LogKernel.TWO_TO_52).reinterpretAsDoubles().sub(LogKernel.EXPONENT_ORIGIN);
    LongVector field = stepped.and(LogKernel.EXPONENT_FIELD).sub(0x4000000000000000L);
    DoubleVector f = bits.sub(field).reinterpretAsDoubles().sub(1);
    DoubleVector s = f.div(f.add(2));
    DoubleVector z = s.mul(s);
    DoubleVector p = all(LogKernel.P6);
    p = p.fma(z, all(LogKernel.P5));
    p = p.fma(z, all(LogKernel.P4));
    p = p.fma(z, all(LogKernel.P3));
    p = p.fma(z, all(LogKernel.P2));
    p = p.fma(z, all(LogKernel.P1));
    p = p.fma(z, all(LogKernel.P0));
    DoubleVector half = f.mul(0.5).mul(f);
    DoubleVector tail = s.fma(z.fma(p, half), k.mul(ExpKernel.LN2_LOW));
    return k.fma(all(ExpKernel.LN2_HIGH), f.sub(half.sub(tail)));
  }
}
