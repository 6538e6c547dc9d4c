package org.metricflows.numeric.internal.algebraic;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.metricflows.numeric.internal.hermitian.HermitianForm;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The metric g_ab̄ = (1/πk) ∂_a∂_b̄ log D, D = s†Hs, at points:
 *
 * <pre>
 *   g_ab̄ = (1/πk) [ (∂_b s)†H(∂_a s)/D − s†H(∂_a s) (∂_b s)†Hs/D² ],    ∂_a = J^i_a ∂_i
 * </pre>
 *
 * with k the largest of the degrees. For equal degrees its class is that of the Fubini–Study metric
 * at t = 1; it is positive where sections separate tangents.
 *
 * @param sections s
 * @param sample the points
 */
public record AlgebraicMetric(Sections sections, VarietySample sample, Parallel parallel) {

  private static final int BLOCK = 64;

  /**
   * The metric of a form.
   *
   * @param packed H in N² numbers, as {@link DonaldsonIteration} has it; more may follow
   * @return Hermitian packing, {@code [column][point]}
   */
  public double[][] at(double[] packed) {
    HermitianForm form = HermitianForm.unpack(sections.count(), packed);
    int m = sample.dimension();
    double[][] metric = new double[m * m][sample.points()];
    Worker[] workers = new Worker[parallel.threads()];
    parallel.run(
        (sample.points() + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          if (workers[worker] == null) {
            workers[worker] = new Worker(sections, sample);
          }
          workers[worker].run(form, block * BLOCK, metric);
        });
    return metric;
  }

  /**
   * The potential that the metric has against the Fubini–Study metrics of the factors,
   *
   * <pre>
   *   φ = (1/πk) [ log s†Hs − Σ_f k_f log|z_f|² ],    g = (1/π) Σ_f (k_f/k) ∂∂̄ log|z_f|² + ∂∂̄φ,
   * </pre>
   *
   * a function of the point: scales of its coordinates cancel.
   *
   * @param packed as in {@link #at}
   * @return φ by point
   */
  public double[] potential(double[] packed) {
    HermitianForm form = HermitianForm.unpack(sections.count(), packed);
    double[] potential = new double[sample.points()];
    Worker[] workers = new Worker[parallel.threads()];
    parallel.run(
        (sample.points() + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          if (workers[worker] == null) {
            workers[worker] = new Worker(sections, sample);
          }
          workers[worker].potential(form, block * BLOCK, potential);
        });
    return potential;
  }

  /** One thread's scratch space. */
  private static final class Worker {
    private final VarietySample sample;
    private final int width;
    private final double scale;
    private final List<Integer> degrees;
    private final SectionValues values;
    private final MatrixProduct product = new MatrixProduct();

    /** s, ∂₁s, …, ∂_m s and their images under H. */
    private final double[][] rows;

    private final double[][] images;
    private final double[][] re;
    private final double[][] im;

    Worker(Sections sections, VarietySample sample) {
      this.sample = sample;
      width = 2 * sections.count();
      degrees = sections.degrees();
      scale = 1 / (Math.PI * Collections.max(sections.degrees()));
      values = new SectionValues(sections, sample.coordinates(), BLOCK);
      int m = sample.dimension();
      rows = new double[m + 1][width * BLOCK];
      images = new double[m + 1][width * BLOCK];
      re = new double[(m + 1) * (m + 1)][BLOCK];
      im = new double[(m + 1) * (m + 1)][BLOCK];
    }

    void run(HermitianForm form, int from, double[][] metric) {
      int count = Math.min(BLOCK, sample.points() - from);
      values.fill(sample.z(), from, count, rows[0]);
      double[][] derivatives = Arrays.copyOfRange(rows, 1, rows.length);
      values.fillDerivatives(sample.pullback(), from, count, derivatives);
      for (int a = 0; a < rows.length; a++) {
        form.apply(product, rows[a], images[a], count);
      }
      for (int a = 0; a < rows.length; a++) {
        for (int b = a; b < rows.length; b++) {
          contract(rows[b], images[a], count, re[a * rows.length + b], im[a * rows.length + b]);
        }
      }
      int column = 0;
      for (int a = 1; a < rows.length; a++) {
        for (int b = a; b < rows.length; b++) {
          fill(a, b, from, count, metric, column);
          column += a == b ? 1 : 2;
        }
      }
    }

    void potential(HermitianForm form, int from, double[] potential) {
      int count = Math.min(BLOCK, sample.points() - from);
      values.fill(sample.z(), from, count, rows[0]);
      form.apply(product, rows[0], images[0], count);
      contract(rows[0], images[0], count, re[0], im[0]);
      for (int p = 0; p < count; p++) {
        potential[from + p] = scale * (Math.log(re[0][p]) - background(from + p));
      }
    }

    /** Σ_f k_f log|z_f|². */
    private double background(int point) {
      Configuration shape = sample.configuration();
      double sum = 0;
      for (int f = 0; f < shape.factors(); f++) {
        double square = 0;
        for (int c = 2 * shape.first(f); c < 2 * shape.first(f + 1); c++) {
          square += sample.z()[c][point] * sample.z()[c][point];
        }
        sum += degrees.get(f) * Math.log(square);
      }
      return sum;
    }

    /** left†right, point by point. */
    private void contract(double[] left, double[] right, int count, double[] x, double[] y) {
      Arrays.fill(x, 0, count, 0);
      Arrays.fill(y, 0, count, 0);
      int half = width / 2 * count;
      for (int row = 0; row < half; row += count) {
        for (int p = 0; p < count; p++) {
          int r = row + p;
          int i = half + row + p;
          x[p] += left[r] * right[r] + left[i] * right[i];
          y[p] += left[r] * right[i] - left[i] * right[r];
        }
      }
    }

    private void fill(int a, int b, int from, int count, double[][] metric, int column) {
      double[] d = re[0];
      double[] x = re[a * rows.length + b];
      double[] y = im[a * rows.length + b];
      for (int p = 0; p < count; p++) {
        // (∂_c s)†Hs stands at (0, c); s†H∂_a s is its conjugate
        double aRe = re[a][p];
        double aIm = -im[a][p];
        double bRe = re[b][p];
        double bIm = im[b][p];
        double square = d[p] * d[p];
        metric[column][from + p] = scale * (x[p] / d[p] - (aRe * bRe - aIm * bIm) / square);
        if (b > a) {
          metric[column + 1][from + p] = scale * (y[p] / d[p] - (aRe * bIm + aIm * bRe) / square);
        }
      }
    }
  }
}
