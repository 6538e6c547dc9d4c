package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Values of fields between the points of a grid, by their sums of kept waves.
 *
 * <p>A point costs as many operations as there are kept modes. Not to be used by two threads at
 * once; a call allocates nothing that grows with the grid.
 */
public final class TrigonometricInterpolation {
  private static final int CHUNK = 32;

  private final PeriodicGrid grid;
  private final Parallel parallel;
  private final GridTransform transform;
  private final ComplexBuffer buffer;
  private final int[] counts;
  private final int[] kept;
  private final double[] re;
  private final double[] im;
  private final Waves[] workers;

  /** e^{ikx} of a point along each axis, for the modes −K … K. */
  private final class Waves {
    final double[][] cos = new double[counts.length][];
    final double[][] sin = new double[counts.length][];

    Waves() {
      for (int a = 0; a < counts.length; a++) {
        cos[a] = new double[counts[a]];
        sin[a] = new double[counts[a]];
      }
    }

    void at(double[][] points, int p) {
      for (int a = 0; a < counts.length; a++) {
        int top = counts[a] / 2;
        double x = points[a][p] * (2 * Math.PI / grid.period(a));
        for (int m = 0; m <= top; m++) {
          double c = Math.cos(m * x);
          double s = Math.sin(m * x);
          cos[a][top + m] = c;
          cos[a][top - m] = c;
          sin[a][top + m] = s;
          sin[a][top - m] = -s;
        }
      }
    }
  }

  public TrigonometricInterpolation(PeriodicGrid grid, Parallel parallel) {
    this.grid = grid;
    this.parallel = parallel;
    this.transform = new GridTransform(grid);
    this.buffer = new ComplexBuffer(grid.points());
    this.counts = new int[grid.dimension()];
    Arrays.setAll(counts, a -> 2 * grid.keptModes(a) + 1);
    int modes = Arrays.stream(counts).reduce(1, (a, b) -> a * b);
    this.kept = new int[modes];
    Arrays.setAll(kept, this::position);
    this.re = new double[modes];
    this.im = new double[modes];
    this.workers = new Waves[parallel.threads()];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new Waves();
    }
  }

  /**
   * Fields at any points.
   *
   * @param values field after field on the grid
   * @param at coordinates, {@code [axis][point]}
   * @param result receives {@code [field][point]}
   */
  public void evaluate(double[] values, double[][] at, double[][] result) {
    int size = grid.points();
    int targets = at[0].length;
    for (int f = 0; f < result.length; f += 2) {
      System.arraycopy(values, f * size, buffer.re, 0, size);
      if (f + 1 < result.length) {
        System.arraycopy(values, (f + 1) * size, buffer.im, 0, size);
      } else {
        Arrays.fill(buffer.im, 0);
      }
      transform.forward(buffer);
      keep();
      int field = f;
      parallel.run(
          (targets + CHUNK - 1) / CHUNK,
          (chunk, worker) -> {
            int end = Math.min(targets, (chunk + 1) * CHUNK);
            for (int p = chunk * CHUNK; p < end; p++) {
              workers[worker].at(at, p);
              sum(workers[worker], result, field, p);
            }
          });
    }
  }

  /** Where the transform has the kept mode of this number, in the order of its axes. */
  private int position(int number) {
    int last = counts.length - 1;
    int rest = number;
    int from = 0;
    for (int a = last - 1, stride = 1; a >= 0; a--) {
      from += stride * position(a, rest % counts[a]);
      stride *= grid.size(a);
      rest /= counts[a];
    }
    return position(last, rest) * (grid.points() / grid.size(last)) + from;
  }

  /** Where mode −K + i of an axis is among all of its modes. */
  private int position(int axis, int i) {
    return Math.floorMod(i - counts[axis] / 2, grid.size(axis));
  }

  private void keep() {
    for (int t = 0; t < kept.length; t++) {
      re[t] = buffer.re[kept[t]] / grid.points();
      im[t] = buffer.im[kept[t]] / grid.points();
    }
  }

  private void sum(Waves waves, double[][] result, int field, int point) {
    int inner = Math.max(0, counts.length - 2);
    double[] cos = waves.cos[inner];
    double[] sin = waves.sin[inner];
    double totalRe = 0;
    double totalIm = 0;
    for (int start = 0, r = 0; start < re.length; start += cos.length, r++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int i = 0; i < cos.length; i++) {
        sumRe += cos[i] * re[start + i] - sin[i] * im[start + i];
        sumIm += cos[i] * im[start + i] + sin[i] * re[start + i];
      }
      double c = rowRe(waves, r);
      double s = rowIm(waves, r);
      totalRe += c * sumRe - s * sumIm;
      totalIm += c * sumIm + s * sumRe;
    }
    result[field][point] = totalRe;
    if (field + 1 < result.length) {
      result[field + 1][point] = totalIm;
    }
  }

  private static double rowRe(Waves w, int row) {
    if (w.cos.length < 3) {
      return w.cos.length == 1 ? 1 : w.cos[1][row];
    }
    int first = row % w.cos[0].length;
    int last = row / w.cos[0].length;
    return w.cos[0][first] * w.cos[2][last] - w.sin[0][first] * w.sin[2][last];
  }

  private static double rowIm(Waves w, int row) {
    if (w.cos.length < 3) {
      return w.cos.length == 1 ? 0 : w.sin[1][row];
    }
    int first = row % w.cos[0].length;
    int last = row / w.cos[0].length;
    return w.cos[0][first] * w.sin[2][last] + w.sin[0][first] * w.cos[2][last];
  }
}
