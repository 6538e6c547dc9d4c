package org.metricflows.numeric.internal.dense;

import java.util.Arrays;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.simd.SingleGram;

/**
 * The least of |A x − b|² + λ|x|², with the smaller of two Gram matrices:
 *
 * <pre>
 *   x = Aᵀ (A Aᵀ + λ)⁻¹ b = (Aᵀ A + λ)⁻¹ Aᵀ b
 * </pre>
 *
 * <p>Memory is kept from one matrix to the next; results do not depend on the number of threads. An
 * instance serves one caller at a time.
 *
 * <pre>{@code
 * DampedLeastSquares system = new DampedLeastSquares(parameters);
 * fill(system.rows(count));                      // A, row after row
 * if (system.factor(count, 1e-6 * system.meanSquare(count))) {
 *   double[] x = system.solve(b);
 * }
 * }</pre>
 */
public final class DampedLeastSquares {

  private static final int ROWS_PER_TASK = 16;
  private static final int COLUMNS_PER_TASK = 512;

  private static final double REFINED = 1e-4;
  private static final int MOST_REFINEMENTS = 30;

  /**
   * A factor in single precision may have up to so many times λ, and is refined to λ all the same.
   */
  private static final double LARGEST_SHIFT = 200;

  private static final double SHIFT = 4;

  private final int columns;
  private final SingleGram single;
  private final Parallel parallel;
  private double[] rows = new double[0];
  private double[] gram = new double[0];
  private int count;
  private double damping;
  private Cholesky factor;
  private boolean isRefined;

  /**
   * In double precision throughout.
   *
   * @param columns length of x
   */
  public DampedLeastSquares(int columns) {
    this(columns, null);
  }

  private DampedLeastSquares(int columns, SingleGram single) {
    this.columns = columns;
    this.single = single;
    this.parallel = Parallel.common();
  }

  /**
   * With A Aᵀ in single precision, twice as fast: conjugate gradients with its factor as
   * preconditioner bring x to a relative residual of 10⁻⁴. Where λ is less than the matrix is off
   * by, the factor is of some more, or the matrix is made again in double precision.
   *
   * @param columns length of x
   */
  public static DampedLeastSquares single(int columns) {
    return new DampedLeastSquares(columns, new SingleGram());
  }

  /** Bytes that a system of so many rows keeps. */
  public static long bytes(long rows, long columns) {
    long smaller = Math.min(rows, columns);
    return Double.BYTES * (rows * columns + smaller * smaller);
  }

  /**
   * Where A is written, row after row, before {@link #factor}.
   *
   * @param count how many rows there is to be room for
   * @throws IllegalArgumentException if an array cannot hold so many
   */
  public double[] rows(int count) {
    long size = (long) count * columns;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              "rows: %d rows of %d numbers are more than an array holds", count, columns));
    }
    if (rows.length < size) {
      rows = new double[0]; // so that it can be collected before there is a longer one
      rows = new double[(int) size];
    }
    return rows;
  }

  /** The mean over the first rows of |row|², which is that of the diagonal of A Aᵀ. */
  public double meanSquare(int count) {
    double[] squares = new double[count];
    parallel.run(
        (count + ROWS_PER_TASK - 1) / ROWS_PER_TASK,
        (task, worker) -> {
          for (int i = task * ROWS_PER_TASK; i < end(task, ROWS_PER_TASK, count); i++) {
            squares[i] = Sums.dot(rows, i * columns, rows, i * columns, columns);
          }
        });
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return count == 0 ? 0 : sum / count;
  }

  /**
   * Factors the smaller Gram matrix of the first rows plus λ.
   *
   * @return whether it is positive beyond rounding
   */
  public boolean factor(int count, double damping) {
    this.count = count;
    this.damping = damping;
    int n = Math.min(count, columns);
    if (gram.length < n * n) {
      gram = new double[0];
      gram = new double[Math.multiplyExact(n, n)];
    }
    factor = null;
    isRefined = single != null && count <= columns;
    if (isRefined) {
      single.ofRows(count, columns, rows, gram);
      factor = shifted(n);
    }
    if (factor == null) {
      isRefined = false;
      formGram();
      addToDiagonal(n, damping);
      factor = Cholesky.factorIn(n, gram);
    }
    return factor != null;
  }

  /** The factor of the matrix with λ, or with the least multiple of it that makes it positive. */
  private Cholesky shifted(int n) {
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = gram[i * n + i];
    }
    Cholesky found = null;
    for (double shift = 1; shift <= LARGEST_SHIFT && found == null; shift *= SHIFT) {
      addToDiagonal(n, shift * damping);
      found = Cholesky.factorIn(n, gram);
      if (found == null) {
        restore(n, diagonal);
      }
    }
    return found;
  }

  /** A factorisation has left what is above the diagonal. */
  private void restore(int n, double[] diagonal) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * n + j] = gram[j * n + i];
      }
      gram[i * n + i] = diagonal[i];
    }
  }

  private void addToDiagonal(int n, double shift) {
    for (int i = 0; i < n; i++) {
      gram[i * n + i] += shift;
    }
  }

  private void formGram() {
    if (count <= columns) {
      GramMatrix.ofRows(count, columns, rows, gram);
    } else {
      GramMatrix.ofColumns(count, columns, rows, gram);
    }
  }

  /** x for a right-hand side, of what has been factored. */
  public double[] solve(double[] b) {
    if (count > columns) {
      return factor.solve(transposed(b));
    }
    return transposed(inverseTimes(Arrays.copyOf(b, count)));
  }

  /** (A Aᵀ + λ)⁻¹ b. */
  private double[] inverseTimes(double[] b) {
    return isRefined ? refined(b) : factor.solve(b);
  }

  /** (A Aᵀ + λ)⁻¹ b by conjugate gradients, with the factor as preconditioner. */
  private double[] refined(double[] b) {
    double[] c = new double[count];
    double[] rest = b.clone();
    double[] step = factor.solve(rest);
    double[] turned = step.clone();
    double slope = Sums.dot(rest, 0, turned, 0, count);
    double enough = REFINED * REFINED * Sums.dot(b, 0, b, 0, count);
    double[] product = new double[count];
    for (int i = 0; i < MOST_REFINEMENTS; i++) {
      times(count, transposed(step), product);
      Sums.add(damping, step, 0, product, 0, count);
      double alpha = slope / Sums.dot(step, 0, product, 0, count);
      Sums.add(alpha, step, 0, c, 0, count);
      Sums.add(-alpha, product, 0, rest, 0, count);
      if (!(Sums.dot(rest, 0, rest, 0, count) > enough)) {
        break;
      }
      turned = factor.solve(rest);
      double next = Sums.dot(rest, 0, turned, 0, count);
      for (int k = 0; k < count; k++) {
        step[k] = Math.fma(next / slope, step[k], turned[k]);
      }
      slope = next;
    }
    return c;
  }

  /**
   * (AᵀA + λ)⁻¹ g of what has been factored. With fewer rows than columns it is (g − Aᵀ(AAᵀ +
   * λ)⁻¹Ag)/λ, which for g in the span of the rows loses as many digits as λ lies below |A|².
   */
  public double[] solveNormal(double[] g) {
    if (count > columns) {
      return factor.solve(g);
    }
    double[] product = new double[count];
    times(count, g, product);
    double[] x = transposed(inverseTimes(product));
    for (int i = 0; i < columns; i++) {
      x[i] = (g[i] - x[i]) / damping;
    }
    return x;
  }

  /**
   * tr A Aᵀ(A Aᵀ + λ)⁻¹ of what has been factored: how many singular values stand above √λ.
   *
   * @throws IllegalStateException in single precision, where the factor may be of more than λ
   */
  public double effectiveRank() {
    if (isRefined) {
      throw new IllegalStateException("the rank is known in double precision alone");
    }
    int n = Math.min(count, columns);
    double[] inverse = new double[n * n];
    for (int i = 0; i < n; i++) {
      inverse[i * n + i] = 1;
    }
    factor.forward(inverse, n);
    double trace = 0;
    for (double entry : inverse) {
      trace += entry * entry;
    }
    return n - damping * trace;
  }

  /**
   * A v, of the first rows.
   *
   * @param product receives one number a row
   */
  public void times(int count, double[] v, double[] product) {
    parallel.run(
        (count + ROWS_PER_TASK - 1) / ROWS_PER_TASK,
        (task, worker) -> {
          for (int i = task * ROWS_PER_TASK; i < end(task, ROWS_PER_TASK, count); i++) {
            product[i] = Sums.dot(rows, i * columns, v, 0, columns);
          }
        });
  }

  /** Aᵀ c. */
  private double[] transposed(double[] c) {
    double[] sum = new double[columns];
    parallel.run(
        (columns + COLUMNS_PER_TASK - 1) / COLUMNS_PER_TASK,
        (task, worker) -> {
          int from = task * COLUMNS_PER_TASK;
          int length = end(task, COLUMNS_PER_TASK, columns) - from;
          for (int i = 0; i < count; i++) {
            Sums.add(c[i], rows, i * columns + from, sum, from, length);
          }
        });
    return sum;
  }

  private static int end(int task, int size, int all) {
    return Math.min(all, (task + 1) * size);
  }
}
