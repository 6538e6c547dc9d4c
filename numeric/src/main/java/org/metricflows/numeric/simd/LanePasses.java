package org.metricflows.numeric.simd;

import jdk.incubator.vector.DoubleVector;

/**
 * Array passes a vector at a time. Vectors with an exceptional lane, remainders and short runs go
 * through the scalar kernels, which do the same operations: the bits agree.
 */
final class LanePasses extends ScalarPasses {

  /** Shorter runs are not worth a vector, least of all before the compiler has seen the loop. */
  private static final int SHORTEST = 4 * Lanes.COUNT;

  @Override
  void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        LaneExp.exp(x).intoArray(out, outOffset + i);
      } else {
        super.exp(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.exp(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        LaneExp.expm1(x).intoArray(out, outOffset + i);
      } else {
        super.expm1(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.expm1(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      LaneExp.tanh(x).intoArray(out, outOffset + i);
    }
    super.tanh(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void sinh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        LaneExp.sinh(x).intoArray(out, outOffset + i);
      } else {
        super.sinh(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.sinh(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void cosh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        LaneExp.cosh(x).intoArray(out, outOffset + i);
      } else {
        super.cosh(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.cosh(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ExpKernel.FAST_RANGE)) {
        LaneExp.sigmoid(x).intoArray(out, outOffset + i);
      } else {
        super.sigmoid(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.sigmoid(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (LaneLog.inRange(x)) {
        LaneLog.log(x).intoArray(out, outOffset + i);
      } else {
        super.log(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.log(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (LaneLog.inLog1pRange(x)) {
        LaneLog.log1p(x).intoArray(out, outOffset + i);
      } else {
        super.log1p(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.log1p(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, TrigKernel.FAST_RANGE)) {
        LaneTrig.sin(x).intoArray(out, outOffset + i);
      } else {
        super.sin(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.sin(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, TrigKernel.FAST_RANGE)) {
        LaneTrig.cos(x).intoArray(out, outOffset + i);
      } else {
        super.cos(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.cos(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      LaneErrorFunction.erf(x).intoArray(out, outOffset + i);
    }
    super.erf(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void erfc(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ErrorFunctionKernel.ERFC_RANGE)) {
        LaneErrorFunction.erfc(x).intoArray(out, outOffset + i);
      } else {
        super.erfc(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.erfc(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, ErrorFunctionKernel.NORMAL_RANGE)) {
        LaneErrorFunction.normalCdf(x).intoArray(out, outOffset + i);
      } else {
        super.normalCdf(in, inOffset + i, out, outOffset + i, Lanes.COUNT);
      }
    }
    super.normalCdf(in, inOffset + i, out, outOffset + i, count - i);
  }

  @Override
  void sincos(
      double[] in, int inOffset, double[] sin, int sinOffset, double[] cos, int cosOffset, int count) {
    int i = 0;
    for (int end = vectorEnd(count); i < end; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, in, inOffset + i);
      if (Lanes.within(x, TrigKernel.FAST_RANGE)) {
        LaneTrig.sincos(x, sin, sinOffset + i, cos, cosOffset + i);
      } else {
        super.sincos(in, inOffset + i, sin, sinOffset + i, cos, cosOffset + i, Lanes.COUNT);
      }
    }
    super.sincos(in, inOffset + i, sin, sinOffset + i, cos, cosOffset + i, count - i);
  }

  private static int vectorEnd(int count) {
    return count < SHORTEST ? 0 : Lanes.DOUBLES.loopBound(count);
  }
}
