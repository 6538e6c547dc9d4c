package org.metricflows.bridge.internal.compiler;

/** Function passes of two arguments, and others that the numeric library does not have. */
final class Passes {

  private Passes() {}

  static void sign(double[] a, int aOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.signum(a[aOffset + i]);
    }
  }

  static void atan2(
      double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.atan2(a[aOffset + i], b[bOffset + i]);
    }
  }

  static void atan2(double[] a, int aOffset, double b, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.atan2(a[aOffset + i], b);
    }
  }

  static void atan2(double a, double[] b, int bOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.atan2(a, b[bOffset + i]);
    }
  }

  static void pow(
      double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.pow(a[aOffset + i], b[bOffset + i]);
    }
  }

  static void pow(double[] a, int aOffset, double b, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.pow(a[aOffset + i], b);
    }
  }

  static void pow(double a, double[] b, int bOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.pow(a, b[bOffset + i]);
    }
  }
}
