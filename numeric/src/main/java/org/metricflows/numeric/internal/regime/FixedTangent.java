package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.gradient.FrozenKernel;
import org.metricflows.numeric.internal.kernel.hermitian.KernelPoints;
import org.metricflows.numeric.internal.kernel.hermitian.KernelTiles;
import org.metricflows.numeric.internal.kernel.hermitian.MetricGram;
import org.metricflows.numeric.internal.kernel.hermitian.MetricKernel;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The tangent kernel of a {@link MetricKernel}: its Gram matrix of m²N rows is stored where it is
 * small enough, and worked out anew tile by tile for each product where it is not. A pair takes
 * some microseconds, so that thousands of points remain feasible either way.
 */
public final class FixedTangent implements TangentKernel {

  /** Entries of the largest Gram matrix that is stored: 800 MB. */
  private static final long STORED = 100_000_000;

  private static final int LANES = MetricKernel.LANES;

  private final MetricKernel kernel;
  private final KernelPoints training;
  private final KernelPoints heldOut;
  private final FrozenKernel stored;
  private final double[] given;
  private final double[] product;

  private FixedTangent(
      MetricKernel kernel, KernelPoints training, KernelPoints heldOut, FrozenKernel stored) {
    this.kernel = kernel;
    this.training = training;
    this.heldOut = heldOut;
    this.stored = stored;
    int rows = stored == null ? 0 : stored.rows();
    this.given = new double[rows];
    this.product = new double[rows];
  }

  /** A kernel that will be multiplied with many times, as flows do. */
  public static FixedTangent stored(
      MetricKernel kernel, KernelPoints training, KernelPoints heldOut) {
    long rows = (long) kernel.components() * training.points();
    boolean fits = rows * rows <= STORED;
    return new FixedTangent(
        kernel,
        training,
        heldOut,
        fits ? FrozenKernel.symmetric(MetricGram.gram(kernel, training)) : null);
  }

  /** A kernel that will be multiplied with a few times. */
  public static FixedTangent streamed(
      MetricKernel kernel, KernelPoints training, KernelPoints heldOut) {
    return new FixedTangent(kernel, training, heldOut, null);
  }

  @Override
  public int points() {
    return training.points();
  }

  @Override
  public int components() {
    return kernel.components();
  }

  @Override
  public void apply(double[][] sources, double[][] change) {
    if (stored == null) {
      multiply(sources, training, change);
    } else {
      multiplyStored(sources, change);
    }
  }

  @Override
  public double[][] predict(double[][] sources) {
    double[][] change = new double[components()][heldOut.points()];
    multiply(sources, heldOut, change);
    return change;
  }

  private void multiplyStored(double[][] sources, double[][] change) {
    int n = points();
    for (int i = 0; i < sources.length; i++) {
      for (int a = 0; a < n; a++) {
        given[i * n + a] = -sources[i][a];
      }
    }
    stored.drift(given, product, 0, Parallel.common());
    for (int i = 0; i < change.length; i++) {
      System.arraycopy(product, i * n, change[i], 0, n);
    }
  }

  private void multiply(double[][] sources, KernelPoints to, double[][] result) {
    for (double[] column : result) {
      Arrays.fill(column, 0);
    }
    KernelTiles.of(kernel, training, to)
        .forEach((a, from, count, tile) -> add(a, from, count, tile, sources, result));
  }

  private static void add(
      int a, int from, int count, double[] tile, double[][] sources, double[][] result) {
    int components = result.length;
    for (int j = 0; j < components; j++) {
      double[] column = result[j];
      for (int i = 0; i < components; i++) {
        double source = sources[i][a];
        int at = (i * components + j) * LANES;
        for (int lane = 0; lane < count; lane++) {
          column[from + lane] += source * tile[at + lane];
        }
      }
    }
  }

  @Override
  public double[] contract(double[][] covectors) {
    int n = points();
    double[] matrix = new double[Math.multiplyExact(n, n)];
    KernelTiles.of(kernel, training, training)
        .forEachUpper((a, from, count, tile) -> contract(a, from, count, tile, covectors, matrix));
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        matrix[b * n + a] = matrix[a * n + b];
      }
    }
    return matrix;
  }

  private void contract(
      int a, int from, int count, double[] tile, double[][] covectors, double[] matrix) {
    int components = covectors.length;
    int row = a * points() + from;
    for (int lane = Math.max(0, a - from); lane < count; lane++) {
      double sum = 0;
      for (int i = 0; i < components; i++) {
        double inner = 0;
        for (int j = 0; j < components; j++) {
          inner += tile[(i * components + j) * LANES + lane] * covectors[j][from + lane];
        }
        sum += covectors[i][a] * inner;
      }
      matrix[row + lane] = sum;
    }
  }
}
