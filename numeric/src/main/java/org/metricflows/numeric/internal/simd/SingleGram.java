package org.metricflows.numeric.internal.simd;

/**
 * A Gram matrix A Aᵀ in single precision on all cores, in half the time of double precision. The
 * rows are rounded to 24 bits; products are added up in single precision over {@value #BLOCK}
 * columns at a time, and these sums in double precision. Entries are off by some 10⁻⁷ of the
 * lengths of their rows, and do not depend on the number of threads.
 *
 * <p>An instance keeps its memory from one matrix to the next.
 */
public final class SingleGram {

  private static final int BLOCK = 256;

  /** Panels on the side of a task's square. */
  private static final int SIDE = 6;

  private static final int W = FloatTile.WIDTH;

  private final FloatTile form;
  private final Parallel parallel = Parallel.common();
  private float[] data = new float[0];

  /** With the fastest form there is. */
  public SingleGram() {
    this(null);
  }

  SingleGram(FloatTile form) {
    this.form = form;
  }

  /**
   * A Aᵀ.
   *
   * @param n rows of A
   * @param width columns of A
   * @param rows A by rows
   * @param gram receives n × n numbers, which are overwritten
   * @throws ArithmeticException if A is more than an array holds
   */
  public void ofRows(int n, int width, double[] rows, double[] gram) {
    int panels = (n + W - 1) / W;
    int size = Math.multiplyExact(Math.multiplyExact(panels, W), width);
    if (data.length < size) {
      data = new float[0]; // so that it can be collected before there is a longer one
      data = new float[size];
    }
    parallel.run(panels, (panel, worker) -> pack(panel, n, width, rows));
    FloatTile tile = form == null ? FloatTiles.best() : form;
    int squares = (panels + SIDE - 1) / SIDE;
    float[][] scratch = new float[parallel.threads()][FloatTile.HEIGHT * W];
    parallel.run(
        squares * (squares + 1) / 2,
        (task, worker) -> square(tile, task, n, width, gram, scratch[worker]));
    parallel.run(panels, (panel, worker) -> mirror(panel, n, gram));
  }

  /** A panel holds W rows of A as columns beside each other; rows that are not there are zero. */
  private void pack(int panel, int n, int width, double[] rows) {
    int to = panel * W * width;
    for (int r = 0; r < W; r++) {
      int row = panel * W + r;
      for (int p = 0; p < width; p++) {
        data[to + p * W + r] = row < n ? (float) rows[row * width + p] : 0;
      }
    }
  }

  /** The panels of one square of tasks against those of another, to the right or the same. */
  private void square(FloatTile tile, int task, int n, int width, double[] gram, float[] scratch) {
    int column = column(task);
    int row = task - column * (column + 1) / 2;
    for (int from = 0; from < width; from += BLOCK) {
      int steps = Math.min(BLOCK, width - from);
      for (int b = column * SIDE; b < column * SIDE + SIDE && b * W < n; b++) {
        for (int a = row * SIDE; a < row * SIDE + SIDE && a <= b; a++) {
          for (int r = 0; r < W && a * W + r < n; r += FloatTile.HEIGHT) {
            int left = (a * width + from) * W + r;
            tile.multiply(data, left, (b * width + from) * W, steps, scratch);
            add(scratch, a * W + r, b * W, n, from == 0, gram);
          }
        }
      }
    }
  }

  /** The right square of a task: squares 0, 1, … have 1, 2, … up to the diagonal. */
  private static int column(int task) {
    int column = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
    return column * (column + 1) / 2 > task ? column - 1 : column;
  }

  private static void add(float[] tile, int row, int column, int n, boolean first, double[] gram) {
    int columns = Math.min(W, n - column);
    for (int r = 0; r < FloatTile.HEIGHT && row + r < n; r++) {
      int at = (row + r) * n + column;
      for (int j = 0; j < columns; j++) {
        gram[at + j] = first ? tile[r * W + j] : gram[at + j] + tile[r * W + j];
      }
    }
  }

  /** Copies what is above the diagonal to below it. */
  private static void mirror(int panel, int n, double[] gram) {
    for (int i = panel * W; i < Math.min(n, panel * W + W); i++) {
      for (int j = 0; j < i; j++) {
        gram[i * n + j] = gram[j * n + i];
      }
    }
  }
}
