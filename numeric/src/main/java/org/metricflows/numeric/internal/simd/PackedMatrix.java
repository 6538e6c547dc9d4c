package org.metricflows.numeric.internal.simd;

import java.util.Arrays;

/**
 * The right factor of a matrix product, laid out for the product's inner loop: blocks of rows,
 * within them panels of columns, each a run of memory. Pack once, multiply many times; a packed
 * matrix may be read by several threads, and packed again in place.
 *
 * <pre>{@code
 * PackedMatrix w = new PackedMatrix();
 * w.pack(true, n, m, weights, 0, n, scale);            // the n × m matrix scale · weightsᵀ
 * new MatrixProduct().multiplyAdd(false, rows, h, 0, n, w, z, 0, m);    // Z += H · w
 * }</pre>
 */
public final class PackedMatrix {

  /** Rows of a block: a panel of that many fits in the first-level cache. */
  static final int BLOCK = 192;

  private final TileKernels kernels;
  private double[] data = new double[0];
  private int rows;
  private int columns;
  private TileKernel kernel;

  /** An empty matrix. */
  public PackedMatrix() {
    this(TileKernels.COMMON);
  }

  PackedMatrix(TileKernels kernels) {
    this.kernels = kernels;
  }

  /** Number of rows, k. */
  public int rows() {
    return rows;
  }

  /** Number of columns, n. */
  public int columns() {
    return columns;
  }

  TileKernel kernel() {
    return kernel;
  }

  /** Tells that a product with so many rows is made: packing anew may find a better kernel then. */
  void multiplied(int m) {
    kernels.current((long) m * rows * columns);
  }

  double[] data() {
    return data;
  }

  /** Where the panel starts whose first row (a multiple of {@link #BLOCK}) and column are given. */
  int panel(int row, int column) {
    int height = Math.min(BLOCK, rows - row);
    int width = kernel.columns;
    return row * padded() + column / width * width * height;
  }

  private int padded() {
    int width = kernel.columns;
    return (columns + width - 1) / width * width;
  }

  /**
   * Packs scale · op(B), where op(B) is rows × columns and B is stored by rows, {@code ld} apart.
   *
   * @param transposed whether op(B) = Bᵀ
   */
  public void pack(
      boolean transposed, int rows, int columns, double[] b, int offset, int ld, double scale) {
    pack(kernels.current((long) rows * columns), transposed, rows, columns, b, offset, ld, scale);
  }

  void pack(
      TileKernel kernel,
      boolean transposed,
      int rows,
      int columns,
      double[] b,
      int offset,
      int ld,
      double scale) {
    MatrixProduct.checkOperand("B", transposed, rows, columns, b, offset, ld);
    this.kernel = kernel;
    this.rows = rows;
    this.columns = columns;
    int size = rows * padded();
    if (data.length < size) {
      data = new double[size];
    }
    for (int row = 0; row < rows; row += BLOCK) {
      int height = Math.min(BLOCK, rows - row);
      for (int column = 0; column < columns; column += kernel.columns) {
        int width = Math.min(kernel.columns, columns - column);
        int to = panel(row, column);
        if (transposed) {
          packTransposed(b, offset + column * ld + row, ld, height, width, to, scale);
        } else {
          packPlain(b, offset + row * ld + column, ld, height, width, to, scale);
        }
      }
    }
  }

  private void packPlain(
      double[] b, int from, int ld, int height, int width, int to, double scale) {
    int stride = kernel.columns;
    for (int p = 0; p < height; p++) {
      int source = from + p * ld;
      int target = to + p * stride;
      for (int j = 0; j < width; j++) {
        data[target + j] = scale * b[source + j];
      }
      clear(target + width, stride - width);
    }
  }

  private void packTransposed(
      double[] b, int from, int ld, int height, int width, int to, double scale) {
    int stride = kernel.columns;
    for (int j = 0; j < width; j++) {
      int source = from + j * ld;
      for (int p = 0; p < height; p++) {
        data[to + p * stride + j] = scale * b[source + p];
      }
    }
    if (width < stride) {
      for (int p = 0; p < height; p++) {
        clear(to + p * stride + width, stride - width);
      }
    }
  }

  private void clear(int from, int count) {
    if (count > 0) {
      Arrays.fill(data, from, from + count, 0);
    }
  }
}
