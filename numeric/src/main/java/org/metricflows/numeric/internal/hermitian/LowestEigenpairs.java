package org.metricflows.numeric.internal.hermitian;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.metricflows.numeric.internal.dense.Cholesky;

/**
 * The lowest eigenvalues of A x = λ M x with M symmetric and positive and A nearly symmetric, λ ≥ 0
 * up to errors of A: by subspace iteration with (A + sM)⁻¹M, s &gt; 0 small, and the values of Ritz
 * in each subspace (Y. Saad, Numerical Methods for Large Eigenvalue Problems, chapter 5).
 *
 * <p>An A that is not symmetric may give a cluster of eigenvalues imaginary parts of the size of
 * its errors; they are left out.
 *
 * @param values λ in rising order
 * @param vectors x of length √(xᵀMx) = 1, in the order of values, {@code [number][component]}
 */
@SuppressWarnings("ArrayRecordComponent") // freshly made for the caller, who owns them
public record LowestEigenpairs(double[] values, double[][] vectors) {
  private static final double SHIFT = 0.01;
  private static final double CONVERGED = 1e-11;
  private static final double BESIDE = 1e-10;
  private static final int MOST = 60;
  private static final int MARGIN = 12;

  /**
   * Of two matrices.
   *
   * @param n their size
   * @param mass M by rows
   * @param operator A by rows
   * @param count how many eigenvalues, at most n
   * @throws ArithmeticException if M is not positive
   */
  public static LowestEigenpairs of(int n, double[] mass, double[] operator, int count) {
    int width = Math.min(n, count + count / 2 + MARGIN);
    DMatrixRMaj m = DMatrixRMaj.wrap(n, n, mass);
    DMatrixRMaj a = DMatrixRMaj.wrap(n, n, operator);
    double shift = SHIFT * CommonOps_DDRM.trace(a) / CommonOps_DDRM.trace(m);
    DMatrixRMaj shifted = new DMatrixRMaj(n, n);
    CommonOps_DDRM.add(a, shift, m, shifted);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
    if (!solver.setA(shifted)) {
      throw new ArithmeticException("the operator cannot be factored");
    }
    DMatrixRMaj x = orthonormal(random(n, width), m);
    double[] before = new double[count];
    for (int i = 0; ; i++) {
      DMatrixRMaj next = new DMatrixRMaj(n, width);
      solver.solve(product(m, x), next);
      x = orthonormal(next, m);
      DMatrixRMaj small = transposedProduct(x, product(a, x));
      double[] now = values(small).limit(count).toArray();
      if (i == MOST || isConverged(before, now, shift)) {
        return ritz(x, small, now);
      }
      before = now;
    }
  }

  private static boolean isConverged(double[] before, double[] now, double shift) {
    return IntStream.range(0, now.length)
        .allMatch(i -> Math.abs(now[i] - before[i]) <= CONVERGED * (Math.abs(now[i]) + shift));
  }

  private static DMatrixRMaj random(int n, int width) {
    SplittableRandom random = new SplittableRandom(1);
    DMatrixRMaj x = new DMatrixRMaj(n, width);
    Arrays.setAll(x.data, i -> 2 * random.nextDouble() - 1);
    return x;
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, c);
    return c;
  }

  private static DMatrixRMaj transposedProduct(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj c = new DMatrixRMaj(a.numCols, b.numCols);
    CommonOps_DDRM.multTransA(a, b, c);
    return c;
  }

  /** X L⁻ᵀ with XᵀMX = LLᵀ, twice: what rounding leaves the second takes away. */
  private static DMatrixRMaj orthonormal(DMatrixRMaj x, DMatrixRMaj m) {
    DMatrixRMaj result = x;
    for (int pass = 0; pass < 2; pass++) {
      DMatrixRMaj gram = transposedProduct(result, product(m, result));
      int width = gram.numRows;
      Cholesky factor = Cholesky.factorIn(width, gram.data);
      if (factor == null) {
        throw new ArithmeticException("the functions are not independent at the points");
      }
      result = result.copy();
      factor.forward(result.data, result.numRows);
    }
    return result;
  }

  private static LowestEigenpairs ritz(DMatrixRMaj x, DMatrixRMaj small, double[] values) {
    DMatrixRMaj mirrored = new DMatrixRMaj(small.numRows, small.numCols);
    CommonOps_DDRM.transpose(small, mirrored);
    CommonOps_DDRM.add(0.5, small, 0.5, mirrored, mirrored);
    EigenDecomposition_F64<DMatrixRMaj> symmetric = decomposed(mirrored, true);
    int[] order =
        IntStream.range(0, mirrored.numRows)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> symmetric.getEigenvalue(i).real))
            .mapToInt(i -> i)
            .toArray();
    double[][] vectors = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      DMatrixRMaj begun = symmetric.getEigenVector(order[i]);
      vectors[i] = product(x, inverseIterated(small, values[i], begun)).data;
    }
    return new LowestEigenpairs(values, vectors);
  }

  /** The eigenvector next to a begun one, by steps of inverse iteration beside the eigenvalue. */
  private static DMatrixRMaj inverseIterated(DMatrixRMaj a, double value, DMatrixRMaj begun) {
    DMatrixRMaj shifted = a.copy();
    double beside = value + BESIDE * NormOps_DDRM.normF(a);
    for (int i = 0; i < a.numRows; i++) {
      shifted.add(i, i, -beside);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(a.numRows);
    if (!solver.setA(shifted)) {
      return begun;
    }
    DMatrixRMaj vector = begun.copy();
    for (int step = 0; step < 3; step++) {
      DMatrixRMaj next = new DMatrixRMaj(a.numRows, 1);
      solver.solve(vector, next);
      CommonOps_DDRM.scale(1 / NormOps_DDRM.normF(next), next);
      vector = next;
    }
    return vector;
  }

  private static DoubleStream values(DMatrixRMaj small) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(small, false);
    return IntStream.range(0, small.numRows).mapToDouble(i -> eigen.getEigenvalue(i).real).sorted();
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decomposed(
      DMatrixRMaj matrix, boolean isSymmetric) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, isSymmetric, isSymmetric);
    if (!eigen.decompose(matrix.copy())) {
      throw new ArithmeticException("the eigenvalues cannot be found");
    }
    return eigen;
  }
}
