package org.metricflows.numeric.internal.simd;

import java.util.Arrays;

/**
 * Dense products C += op(A)·op(B) of matrices of doubles stored by rows.
 *
 * <p>An operand is an array, the offset of its first entry and the distance {@code ld} of its rows.
 * Each entry of C is the chain c ← fma(a_ip, b_pj, c) for p = 0, 1, …: the result does not depend
 * on how the product is cut into blocks, on the vector module, or on which thread computes which
 * rows.
 *
 * <p>An instance holds the scratch space of one thread; it allocates only when a product is larger
 * than all before.
 *
 * <pre>{@code
 * double[] c = new double[m * n];
 * new MatrixProduct().multiplyAdd(false, true, m, n, k, a, 0, k, b, 0, k, c, 0, n);   // C = A·Bᵀ
 * }</pre>
 */
public final class MatrixProduct {

  private final PackedMatrix packed = new PackedMatrix();
  private final TileKernel fixed;
  private double[] edgeRows = new double[0];
  private double[] edgeTile = new double[0];

  /** A product with scratch space of its own. */
  public MatrixProduct() {
    this(null);
  }

  MatrixProduct(TileKernel kernel) {
    this.fixed = kernel;
  }

  /**
   * C += op(A)·op(B), with op(A) m × k, op(B) k × n and C m × n.
   *
   * @throws IllegalArgumentException where an operand does not fit in its array
   */
  public void multiplyAdd(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double[] c,
      int cOffset,
      int ldc) {
    TileKernel kernel = fixed == null ? TileKernels.COMMON.current((long) m * n * k) : fixed;
    packed.pack(kernel, transposeB, k, n, b, bOffset, ldb, 1);
    addProduct(transposeA, m, a, aOffset, lda, packed, c, cOffset, ldc);
  }

  /**
   * C += op(A)·B with a packed B of k × n: op(A) is m × k and C is m × n.
   *
   * @throws IllegalArgumentException where an operand does not fit in its array
   */
  public void multiplyAdd(
      boolean transposeA,
      int m,
      double[] a,
      int aOffset,
      int lda,
      PackedMatrix b,
      double[] c,
      int cOffset,
      int ldc) {
    b.multiplied(m);
    addProduct(transposeA, m, a, aOffset, lda, b, c, cOffset, ldc);
  }

  private void addProduct(
      boolean transposeA,
      int m,
      double[] a,
      int aOffset,
      int lda,
      PackedMatrix b,
      double[] c,
      int cOffset,
      int ldc) {
    checkOperand("A", transposeA, m, b.rows(), a, aOffset, lda);
    checkOperand("C", false, m, b.columns(), c, cOffset, ldc);
    int rowStride = transposeA ? 1 : lda;
    int stride = transposeA ? lda : 1;
    for (int from = 0; from < b.rows(); from += PackedMatrix.BLOCK) {
      int steps = Math.min(PackedMatrix.BLOCK, b.rows() - from);
      block(
          b, from, steps, m, a, aOffset + from * stride, rowStride, stride, c, cOffset, ldc, false);
    }
  }

  /**
   * C += A·Aᵀ for A of n × k: half the work of a general product. The lower triangle of C is
   * computed and copied to the upper one, so C has to be symmetric before.
   *
   * @throws IllegalArgumentException where an operand does not fit in its array
   */
  public void gramAdd(
      int n, int k, double[] a, int aOffset, int lda, double[] c, int cOffset, int ldc) {
    checkOperand("A", false, n, k, a, aOffset, lda);
    checkOperand("C", false, n, n, c, cOffset, ldc);
    TileKernel kernel = fixed == null ? TileKernels.COMMON.current((long) n * n * k) : fixed;
    packed.pack(kernel, true, k, n, a, aOffset, lda, 1);
    for (int from = 0; from < k; from += PackedMatrix.BLOCK) {
      int steps = Math.min(PackedMatrix.BLOCK, k - from);
      block(packed, from, steps, n, a, aOffset + from, lda, 1, c, cOffset, ldc, true);
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        c[cOffset + i * ldc + j] = c[cOffset + j * ldc + i];
      }
    }
  }

  /** Adds the part of the sum over p that one block of B's rows contributes. */
  private void block(
      PackedMatrix b,
      int from,
      int steps,
      int m,
      double[] a,
      int ao,
      int rowStride,
      int stride,
      double[] c,
      int co,
      int ldc,
      boolean lower) {
    TileKernel kernel = b.kernel();
    int height = kernel.rows;
    int width = kernel.columns;
    int whole = m - m % height;
    if (whole < m) {
      copyEdgeRows(a, ao + whole * rowStride, rowStride, stride, m - whole, steps, height);
    }
    for (int j = 0; j < b.columns(); j += width) {
      int panel = b.panel(from, j);
      int right = Math.min(width, b.columns() - j);
      int first = lower ? j - j % height : 0;
      for (int i = first; i < whole; i += height) {
        int tile = co + i * ldc + j;
        if (right == width) {
          kernel.accumulate(
              a, ao + i * rowStride, rowStride, stride, b.data(), panel, steps, c, tile, ldc);
        } else {
          edge(
              a,
              ao + i * rowStride,
              rowStride,
              stride,
              b,
              panel,
              steps,
              c,
              tile,
              ldc,
              height,
              right);
        }
      }
      if (whole < m) {
        int tile = co + whole * ldc + j;
        edge(edgeRows, 0, steps, 1, b, panel, steps, c, tile, ldc, m - whole, right);
      }
    }
  }

  /** The last rows of A, fewer than a tile has, followed by rows of zeros. */
  private void copyEdgeRows(
      double[] a, int ao, int rowStride, int stride, int count, int steps, int height) {
    if (edgeRows.length < height * steps) {
      edgeRows = new double[height * steps];
    }
    for (int r = 0; r < count; r++) {
      for (int p = 0; p < steps; p++) {
        edgeRows[r * steps + p] = a[ao + r * rowStride + p * stride];
      }
    }
    Arrays.fill(edgeRows, count * steps, height * steps, 0);
  }

  /** A tile of which only the first rows and columns belong to C. */
  private void edge(
      double[] a,
      int ao,
      int rowStride,
      int stride,
      PackedMatrix b,
      int panel,
      int steps,
      double[] c,
      int tile,
      int ldc,
      int rows,
      int columns) {
    TileKernel kernel = b.kernel();
    int width = kernel.columns;
    if (edgeTile.length < kernel.rows * width) {
      edgeTile = new double[kernel.rows * width];
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(c, tile + r * ldc, edgeTile, r * width, columns);
    }
    kernel.accumulate(a, ao, rowStride, stride, b.data(), panel, steps, edgeTile, 0, width);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(edgeTile, r * width, c, tile + r * ldc, columns);
    }
  }

  static void checkOperand(
      String name, boolean transposed, int rows, int columns, double[] array, int offset, int ld) {
    int storedRows = transposed ? columns : rows;
    int storedColumns = transposed ? rows : columns;
    if (rows < 0 || columns < 0 || offset < 0 || ld < storedColumns) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %d × %d at offset %d with rows %d apart is not a matrix",
              name, storedRows, storedColumns, offset, ld));
    }
    long end = offset + (storedRows - 1L) * ld + storedColumns;
    if (rows > 0 && columns > 0 && end > array.length) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %d × %d at offset %d with rows %d apart ends at %d, beyond the array's %d",
              name, storedRows, storedColumns, offset, ld, end, array.length));
    }
  }
}
