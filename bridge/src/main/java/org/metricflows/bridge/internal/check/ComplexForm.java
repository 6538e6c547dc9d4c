package org.metricflows.bridge.internal.check;

import java.util.Random;

/**
 * A complex matrix, in real and imaginary parts {@code [i][j]}.
 *
 * @param re real parts
 * @param im imaginary parts
 */
record ComplexForm(double[][] re, double[][] im) {

  static ComplexForm zero(int n) {
    return new ComplexForm(new double[n][n], new double[n][n]);
  }

  /** The Hermitian matrix of N² numbers: for each row h_ii, then Re h_ij and Im h_ij for j > i. */
  static ComplexForm unpacked(int n, double[] packed) {
    ComplexForm form = zero(n);
    int at = 0;
    for (int i = 0; i < n; i++) {
      form.re[i][i] = packed[at++];
      for (int j = i + 1; j < n; j++) {
        form.re[i][j] = packed[at];
        form.re[j][i] = packed[at++];
        form.im[i][j] = packed[at];
        form.im[j][i] = -packed[at++];
      }
    }
    return form;
  }

  /** The reverse of that. */
  double[] packed() {
    double[] packed = new double[size() * size()];
    int at = 0;
    for (int i = 0; i < size(); i++) {
      packed[at++] = re[i][i];
      for (int j = i + 1; j < size(); j++) {
        packed[at++] = re[i][j];
        packed[at++] = im[i][j];
      }
    }
    return packed;
  }

  /** 1 + AA†/N with random A: positive, and no entry 0. */
  static ComplexForm positive(int n, Random random) {
    ComplexForm a = zero(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a.re[i][j] = random.nextGaussian() / Math.sqrt(n);
        a.im[i][j] = random.nextGaussian() / Math.sqrt(n);
      }
    }
    ComplexForm form = a.times(a.adjoint());
    for (int i = 0; i < n; i++) {
      form.re[i][i] += 1;
    }
    return form;
  }

  int size() {
    return re.length;
  }

  ComplexForm adjoint() {
    ComplexForm adjoint = zero(size());
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        adjoint.re[i][j] = re[j][i];
        adjoint.im[i][j] = -im[j][i];
      }
    }
    return adjoint;
  }

  ComplexForm times(ComplexForm other) {
    ComplexForm product = zero(size());
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < size(); k++) {
        for (int j = 0; j < size(); j++) {
          product.re[i][j] += re[i][k] * other.re[k][j] - im[i][k] * other.im[k][j];
          product.im[i][j] += re[i][k] * other.im[k][j] + im[i][k] * other.re[k][j];
        }
      }
    }
    return product;
  }

  /** √(tr(M − 1)²/N). */
  double distanceFromIdentity() {
    ComplexForm rest = new ComplexForm(new double[size()][], new double[size()][]);
    for (int i = 0; i < size(); i++) {
      rest.re[i] = re[i].clone();
      rest.im[i] = im[i];
      rest.re[i][i] -= 1;
    }
    ComplexForm square = rest.times(rest);
    double trace = 0;
    for (int i = 0; i < size(); i++) {
      trace += square.re[i][i];
    }
    return Math.sqrt(Math.max(0, trace / size()));
  }
}
