package org.metricflows.numeric.simd;

/** Array passes in plain Java, element by element. */
class ScalarPasses {

  static final ScalarPasses INSTANCE = new ScalarPasses();

  void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.exp(in[inOffset + i]);
    }
  }

  void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.expm1(in[inOffset + i]);
    }
  }

  void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.tanh(in[inOffset + i]);
    }
  }

  void sinh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.sinh(in[inOffset + i]);
    }
  }

  void cosh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.cosh(in[inOffset + i]);
    }
  }

  void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.sigmoid(in[inOffset + i]);
    }
  }

  void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = LogKernel.log(in[inOffset + i]);
    }
  }

  void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = LogKernel.log1p(in[inOffset + i]);
    }
  }

  void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = TrigKernel.sin(in[inOffset + i]);
    }
  }

  void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = TrigKernel.cos(in[inOffset + i]);
    }
  }

  void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ErrorFunctionKernel.erf(in[inOffset + i]);
    }
  }

  void erfc(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ErrorFunctionKernel.erfc(in[inOffset + i]);
    }
  }

  void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ErrorFunctionKernel.normalCdf(in[inOffset + i]);
    }
  }

  void sincos(
      double[] in,
      int inOffset,
      double[] sin,
      int sinOffset,
      double[] cos,
      int cosOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      double x = in[inOffset + i];
      sin[sinOffset + i] = TrigKernel.sin(x);
      cos[cosOffset + i] = TrigKernel.cos(x);
    }
  }
}
