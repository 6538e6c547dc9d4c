package org.metricflows.numeric.internal.simd;

/**
 * The common part of array passes: each function is a few sweeps over a piece of its input, in
 * loops so plain that the compiler turns them into vector code, and at last one loop that works on
 * the bits of single numbers. Every sweep does for an element what the function's scalar twin does.
 *
 * <p>An instance is the scratch space of one thread.
 */
final class Stages {

  /** Elements of a piece: all scratch arrays together stay in the first-level cache. */
  static final int PIECE = 512;

  /** Shorter runs are done one by one. */
  static final int SHORTEST = 16;

  private static final ThreadLocal<Stages> OF_THREAD = ThreadLocal.withInitial(Stages::new);

  /** The function's arguments. */
  final double[] x = new double[PIECE];

  /** Integers k in the low bits of k + {@link ExpKernel#ROUND}. */
  final double[] shifted = new double[PIECE];

  /** Reduced arguments, and powers of them or of arguments. */
  final double[] r = new double[PIECE];

  final double[] u = new double[PIECE];

  final double[] z = new double[PIECE];

  /** Values of polynomials, and what is made of them. */
  final double[] p = new double[PIECE];

  final double[] q = new double[PIECE];

  private Stages() {}

  static Stages ofThread() {
    return OF_THREAD.get();
  }

  /** Copies a piece of input. */
  void load(double[] in, int offset, int n) {
    System.arraycopy(in, offset, x, 0, n);
  }

  /** For e^y: {@link #shifted} and {@link #r}, then {@link #q} = expm1(r). */
  void fraction(double[] y, int n) {
    reduce(y, shifted, r, n);
    Horner.at(ExpKernel.EXPM1, r, q, n);
    complete(r, q, n);
  }

  private static void reduce(double[] y, double[] shifted, double[] r, int n) {
    for (int i = 0; i < n; i++) {
      double rounded = Math.fma(y[i], ExpKernel.LOG2_E, ExpKernel.ROUND);
      double minusK = ExpKernel.ROUND - rounded;
      shifted[i] = rounded;
      r[i] = Math.fma(minusK, ExpKernel.LN2_LOW, Math.fma(minusK, ExpKernel.LN2_HIGH, y[i]));
    }
  }

  private static void complete(double[] r, double[] q, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = Math.fma(r[i] * r[i], q[i], r[i]);
    }
  }

  /** Replaces k + {@link ExpKernel#ROUND} by 2ᵏ. */
  void powers(int n) {
    for (int i = 0; i < n; i++) {
      shifted[i] = ExpKernel.power(shifted[i]);
    }
  }

  /** {@link #q} = 2ᵏ (1 + q) where {@link #shifted} holds 2ᵏ. */
  void scaleExp(int n) {
    scaleExp(shifted, q, n);
  }

  private static void scaleExp(double[] scale, double[] q, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = (1 + q[i]) * scale[i];
    }
  }

  /** {@link #q} = 2ᵏ q + (2ᵏ − 1) where {@link #shifted} holds 2ᵏ. */
  void scaleExpm1(int n) {
    scaleExpm1(shifted, q, n);
  }

  private static void scaleExpm1(double[] scale, double[] q, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = Math.fma(scale[i], q[i], scale[i] - 1);
    }
  }
}
