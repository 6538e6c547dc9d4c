package org.metricflows.numeric.internal.hermitian;

import java.util.Arrays;

/** A small square matrix of complex numbers, by rows. */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record ComplexMatrix(int size, double[] re, double[] im) {

  private static ComplexMatrix zero(int size) {
    return new ComplexMatrix(size, new double[size * size], new double[size * size]);
  }

  /** A Hermitian matrix from the numbers of a {@link HermitianIndex}. */
  static ComplexMatrix ofPacked(HermitianIndex index, double[] packed) {
    int size = index.dimension();
    ComplexMatrix matrix = zero(size);
    for (int a = 0; a < size; a++) {
      matrix.re[a * size + a] = packed[index.real(a, a)];
      for (int b = a + 1; b < size; b++) {
        matrix.re[a * size + b] = packed[index.real(a, b)];
        matrix.re[b * size + a] = packed[index.real(a, b)];
        matrix.im[a * size + b] = packed[index.imaginary(a, b)];
        matrix.im[b * size + a] = -packed[index.imaginary(a, b)];
      }
    }
    return matrix;
  }

  /** The same at one point of columns {@code [number][point]}. */
  static ComplexMatrix at(HermitianIndex index, double[][] columns, int point) {
    double[] packed = new double[index.size()];
    Arrays.setAll(packed, k -> columns[k][point]);
    return ofPacked(index, packed);
  }

  /** The reverse of {@link #ofPacked}. */
  double[] packed(HermitianIndex index) {
    double[] packed = new double[index.size()];
    for (int a = 0; a < size; a++) {
      packed[index.real(a, a)] = re[a * size + a];
      for (int b = a + 1; b < size; b++) {
        packed[index.real(a, b)] = re[a * size + b];
        packed[index.imaginary(a, b)] = im[a * size + b];
      }
    }
    return packed;
  }

  /** L with this matrix = L L†; its diagonal is not a number where it is not positive. */
  ComplexMatrix cholesky() {
    ComplexMatrix lower = zero(size);
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double x = re[i * size + j];
        double y = im[i * size + j];
        for (int k = 0; k < j; k++) {
          int l = i * size + k;
          int r = j * size + k;
          x -= lower.re[l] * lower.re[r] + lower.im[l] * lower.im[r];
          y -= lower.im[l] * lower.re[r] - lower.re[l] * lower.im[r];
        }
        double root = i == j ? Math.sqrt(x) : lower.re[j * size + j];
        lower.re[i * size + j] = i == j ? root : x / root;
        lower.im[i * size + j] = i == j ? 0 : y / root;
      }
    }
    return lower;
  }

  /** The inverse of a lower triangle with a real diagonal. */
  ComplexMatrix lowerInverse() {
    ComplexMatrix inverse = zero(size);
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double x = i == j ? 1 : 0;
        double y = 0;
        for (int k = j; k < i; k++) {
          int l = i * size + k;
          int r = k * size + j;
          x -= re[l] * inverse.re[r] - im[l] * inverse.im[r];
          y -= re[l] * inverse.im[r] + im[l] * inverse.re[r];
        }
        inverse.re[i * size + j] = x / re[i * size + i];
        inverse.im[i * size + j] = y / re[i * size + i];
      }
    }
    return inverse;
  }

  /** A h A† with this matrix for A. */
  ComplexMatrix congruence(ComplexMatrix h) {
    return times(h).times(adjoint());
  }

  private ComplexMatrix adjoint() {
    ComplexMatrix adjoint = zero(size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        adjoint.re[j * size + i] = re[i * size + j];
        adjoint.im[j * size + i] = -im[i * size + j];
      }
    }
    return adjoint;
  }

  private ComplexMatrix times(ComplexMatrix other) {
    ComplexMatrix product = zero(size);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        double x = re[i * size + k];
        double y = im[i * size + k];
        for (int j = 0; j < size; j++) {
          int r = k * size + j;
          product.re[i * size + j] += x * other.re[r] - y * other.im[r];
          product.im[i * size + j] += x * other.im[r] + y * other.re[r];
        }
      }
    }
    return product;
  }
}
