package org.metricflows.numeric.internal.hermitian;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.metricflows.numeric.internal.simd.MatrixProduct;

/**
 * A Hermitian matrix A + iB as the symmetric [[A, −B], [B, A]], by rows, which acts on real parts
 * and then imaginary ones: products of complex matrices are those of real ones.
 *
 * @param size N
 * @param matrix of 2N × 2N numbers; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // large, and filled by who makes it
public record HermitianForm(int size, double[] matrix) {

  /** The identity. */
  public static HermitianForm identity(int size) {
    double[] matrix = new double[4 * size * size];
    for (int i = 0; i < 2 * size; i++) {
      matrix[i * 2 * size + i] = 1;
    }
    return new HermitianForm(size, matrix);
  }

  /** From the N² numbers of a {@link HermitianIndex}; what follows them is not read. */
  public static HermitianForm unpack(int size, double[] packed) {
    HermitianIndex index = new HermitianIndex(size);
    HermitianForm form = new HermitianForm(size, new double[4 * size * size]);
    for (int i = 0; i < size; i++) {
      form.set(i, i, packed[index.real(i, i)], 0);
      for (int j = i + 1; j < size; j++) {
        double re = packed[index.real(i, j)];
        double im = packed[index.imaginary(i, j)];
        form.set(i, j, re, im);
        form.set(j, i, re, -im);
      }
    }
    return form;
  }

  /** The reverse of {@link #unpack}, into the first N² places. */
  public void pack(double[] packed) {
    HermitianIndex index = new HermitianIndex(size);
    for (int i = 0; i < size; i++) {
      packed[index.real(i, i)] = matrix[i * 2 * size + i];
      for (int j = i + 1; j < size; j++) {
        packed[index.real(i, j)] = matrix[i * 2 * size + j];
        packed[index.imaginary(i, j)] = matrix[(size + i) * 2 * size + j];
      }
    }
  }

  private void set(int i, int j, double re, double im) {
    int width = 2 * size;
    matrix[i * width + j] = re;
    matrix[(size + i) * width + size + j] = re;
    matrix[(size + i) * width + j] = im;
    matrix[i * width + size + j] = -im;
  }

  /**
   * Σ s s† from the Gram matrix Σ u uᵀ of the real vectors u = (Re s, Im s), times a factor.
   *
   * @param gram 2N × 2N, symmetric
   */
  public static HermitianForm ofGram(int size, double[] gram, double factor) {
    HermitianForm form = new HermitianForm(size, new double[4 * size * size]);
    int width = 2 * size;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double re = gram[i * width + j] + gram[(size + i) * width + size + j];
        double im = i == j ? 0 : gram[(size + i) * width + j] - gram[i * width + size + j];
        form.set(i, j, factor * re, factor * im);
        form.set(j, i, factor * re, -factor * im);
      }
    }
    return form;
  }

  /**
   * The inverse.
   *
   * @throws ArithmeticException if the matrix is not positive definite
   */
  public HermitianForm inverse() {
    int width = 2 * size;
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(width);
    if (!solver.setA(DMatrixRMaj.wrap(width, width, matrix.clone()))) {
      throw new ArithmeticException("the Hermitian form is not positive definite");
    }
    DMatrixRMaj inverse = new DMatrixRMaj(width, width);
    solver.invert(inverse);
    HermitianForm form = new HermitianForm(size, new double[4 * size * size]);
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double re = inverse.get(i, j);
        double im = i == j ? 0 : inverse.get(size + i, j);
        form.set(i, j, re, im);
        form.set(j, i, re, -im);
      }
    }
    return form;
  }

  /**
   * The 2N eigenvalues of the real matrix, largest first, each of the complex one's twice; NaNs if
   * an entry is not finite.
   *
   * @throws ArithmeticException if they do not converge
   */
  double[] eigenvalues() {
    return Eigenvalues.of(2 * size, matrix);
  }

  /** √(tr(AB − 1)²/N) for this A and another B, both positive: 0 just if B is the inverse of A. */
  public double distanceFromInverse(HermitianForm other) {
    int width = 2 * size;
    double[] product = new double[matrix.length];
    new MatrixProduct()
        .multiplyAdd(
            false,
            false,
            width,
            width,
            width,
            matrix,
            0,
            width,
            other.matrix,
            0,
            width,
            product,
            0,
            width);
    for (int i = 0; i < width; i++) {
      product[i * width + i] -= 1;
    }
    double trace = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        trace += product[i * width + j] * product[j * width + i];
      }
    }
    return Math.sqrt(Math.max(0, trace / width));
  }

  /** out = H rows, for 2N rows of a number of points. */
  public void apply(MatrixProduct product, double[] rows, double[] out, int count) {
    int width = 2 * size;
    Arrays.fill(out, 0, width * count, 0);
    product.multiplyAdd(
        false, false, width, count, width, matrix, 0, width, rows, 0, count, out, 0, count);
  }
}
