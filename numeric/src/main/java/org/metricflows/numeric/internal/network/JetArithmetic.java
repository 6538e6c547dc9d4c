package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.simd.WarmUpGate;

/**
 * The element-by-element arithmetic of jets over runs of arrays, in plain Java. Each pass is a
 * fixed sequence of operations for an element, which {@link LaneJetArithmetic} repeats on vectors.
 *
 * <p>A parameter {@code xAt} is the offset of the run in {@code x}. Runs are disjoint or the same.
 *
 * <p>Written by hand because that is faster: {@link #second} as a program of the formula compiler,
 * an interface call with arrays of columns, took 2.2 times as long on runs of 64 numbers, 1.8 on
 * 256 and 1.2 on 4096 (0.52, 0.41 and 0.60 ns an element by hand).
 */
class JetArithmetic {

  static final JetArithmetic SCALAR = new JetArithmetic();

  /** {@link #SCALAR} at first, vectors after enough elements. */
  static WarmUpGate<JetArithmetic> gate() {
    return WarmUpGate.of(4_000_000, SCALAR, () -> new LaneJetArithmetic());
  }

  /** out = x y. */
  void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = x[xAt + i] * y[yAt + i];
    }
  }

  /** out = s₁ z + s₂ x y, the second derivatives of σ(z) by the chain rule. */
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
    for (int i = 0; i < count; i++) {
      out[at + i] = Math.fma(s1[s1At + i], z[zAt + i], s2[s2At + i] * x[xAt + i] * y[yAt + i]);
    }
  }

  /** out = s₂ x y: second derivatives of σ(z) where z is affine. */
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
    for (int i = 0; i < count; i++) {
      out[at + i] = s2[s2At + i] * x[xAt + i] * y[yAt + i];
    }
  }

  /** out += x y. */
  void multiplyAdd(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = Math.fma(x[xAt + i], y[yAt + i], out[at + i]);
    }
  }

  /** out −= x y. */
  void multiplySubtract(double[] x, int xAt, double[] y, int yAt, double[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = Math.fma(-x[xAt + i], y[yAt + i], out[at + i]);
    }
  }

  /** out = s₁ x + s₂ v. */
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
    for (int i = 0; i < count; i++) {
      out[at + i] = Math.fma(s1[s1At + i], x[xAt + i], s2[s2At + i] * v[vAt + i]);
    }
  }

  /** out = s₁ out + s₂ u + ½ s₃ v. */
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
    for (int i = 0; i < count; i++) {
      out[at + i] =
          Math.fma(
              s1[s1At + i],
              out[at + i],
              Math.fma(s2[s2At + i], u[uAt + i], s3[s3At + i] * (0.5 * v[vAt + i])));
    }
  }

  /** out += x. */
  void add(double[] x, int xAt, double[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = out[at + i] + x[xAt + i];
    }
  }
}
