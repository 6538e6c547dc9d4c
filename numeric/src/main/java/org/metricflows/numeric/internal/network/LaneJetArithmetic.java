package org.metricflows.numeric.internal.network;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link JetArithmetic} a vector at a time, with the remainder left to the scalar form. */
final class LaneJetArithmetic extends JetArithmetic {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  @Override
  void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector vy = DoubleVector.fromArray(S, y, yAt + i);
      vx.mul(vy).intoArray(out, at + i);
    }
    super.multiply(x, xAt + end, y, yAt + end, out, at + end, count - end);
  }

  @Override
  void second(
      double[] s1,
      int s1At,
      double[] z,
      int zAt,
      double[] s2,
      int s2At,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      double[] out,
      int at,
      int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vs1 = DoubleVector.fromArray(S, s1, s1At + i);
      DoubleVector vz = DoubleVector.fromArray(S, z, zAt + i);
      DoubleVector vs2 = DoubleVector.fromArray(S, s2, s2At + i);
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector vy = DoubleVector.fromArray(S, y, yAt + i);
      vs1.fma(vz, vs2.mul(vx).mul(vy)).intoArray(out, at + i);
    }
    super.second(
        s1,
        s1At + end,
        z,
        zAt + end,
        s2,
        s2At + end,
        x,
        xAt + end,
        y,
        yAt + end,
        out,
        at + end,
        count - end);
  }

  @Override
  void flatSecond(
      double[] s2,
      int s2At,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      double[] out,
      int at,
      int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vs2 = DoubleVector.fromArray(S, s2, s2At + i);
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector vy = DoubleVector.fromArray(S, y, yAt + i);
      vs2.mul(vx).mul(vy).intoArray(out, at + i);
    }
    super.flatSecond(s2, s2At + end, x, xAt + end, y, yAt + end, out, at + end, count - end);
  }

  @Override
  void multiplyAdd(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector vy = DoubleVector.fromArray(S, y, yAt + i);
      DoubleVector old = DoubleVector.fromArray(S, out, at + i);
      vx.fma(vy, old).intoArray(out, at + i);
    }
    super.multiplyAdd(x, xAt + end, y, yAt + end, out, at + end, count - end);
  }

  @Override
  void multiplySubtract(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector vy = DoubleVector.fromArray(S, y, yAt + i);
      DoubleVector old = DoubleVector.fromArray(S, out, at + i);
      vx.neg().fma(vy, old).intoArray(out, at + i);
    }
    super.multiplySubtract(x, xAt + end, y, yAt + end, out, at + end, count - end);
  }

  @Override
  void combine(
      double[] s1,
      int s1At,
      double[] x,
      int xAt,
      double[] s2,
      int s2At,
      double[] v,
      int vAt,
      double[] out,
      int at,
      int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vs1 = DoubleVector.fromArray(S, s1, s1At + i);
      DoubleVector vs2 = DoubleVector.fromArray(S, s2, s2At + i);
      DoubleVector vv = DoubleVector.fromArray(S, v, vAt + i);
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      vs1.fma(vx, vs2.mul(vv)).intoArray(out, at + i);
    }
    super.combine(
        s1, s1At + end, x, xAt + end, s2, s2At + end, v, vAt + end, out, at + end, count - end);
  }

  @Override
  void combineThree(
      double[] s1,
      int s1At,
      double[] s2,
      int s2At,
      double[] u,
      int uAt,
      double[] s3,
      int s3At,
      double[] v,
      int vAt,
      double[] out,
      int at,
      int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vs1 = DoubleVector.fromArray(S, s1, s1At + i);
      DoubleVector vs2 = DoubleVector.fromArray(S, s2, s2At + i);
      DoubleVector vu = DoubleVector.fromArray(S, u, uAt + i);
      DoubleVector vs3 = DoubleVector.fromArray(S, s3, s3At + i);
      DoubleVector vv = DoubleVector.fromArray(S, v, vAt + i);
      DoubleVector old = DoubleVector.fromArray(S, out, at + i);
      vs1.fma(old, vs2.fma(vu, vs3.mul(vv.mul(0.5)))).intoArray(out, at + i);
    }
    super.combineThree(
        s1,
        s1At + end,
        s2,
        s2At + end,
        u,
        uAt + end,
        s3,
        s3At + end,
        v,
        vAt + end,
        out,
        at + end,
        count - end);
  }

  @Override
  void add(double[] x, int xAt, double[] out, int at, int count) {
    int end = S.loopBound(count);
    for (int i = 0; i < end; i += L) {
      DoubleVector vx = DoubleVector.fromArray(S, x, xAt + i);
      DoubleVector old = DoubleVector.fromArray(S, out, at + i);
      old.add(vx).intoArray(out, at + i);
    }
    super.add(x, xAt + end, out, at + end, count - end);
  }
}
