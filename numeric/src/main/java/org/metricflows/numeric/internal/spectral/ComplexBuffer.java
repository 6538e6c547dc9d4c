package org.metricflows.numeric.internal.spectral;

/** A complex array in two parts, with a second one of the same size to write results to. */
final class ComplexBuffer {
  double[] re;
  double[] im;
  double[] spareRe;
  double[] spareIm;

  ComplexBuffer(int length) {
    re = new double[length];
    im = new double[length];
    spareRe = new double[length];
    spareIm = new double[length];
  }

  /** Makes the spare array the current one. */
  void swap() {
    double[] r = re;
    double[] i = im;
    re = spareRe;
    im = spareIm;
    spareRe = r;
    spareIm = i;
  }

  /** Exchanges real and imaginary parts, which turns a forward transform into a backward one. */
  void exchange() {
    double[] r = re;
    re = im;
    im = r;
    double[] s = spareRe;
    spareRe = spareIm;
    spareIm = s;
  }
}
