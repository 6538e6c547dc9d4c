package org.metricflows.numeric.internal.algebraic;

import java.util.Arrays;
import java.util.Collections;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.BatchLoss;
import org.metricflows.numeric.internal.network.JetMap;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * The potential K = (1/πk) log D, D = s†Hs, of forms H = Σ θ_p E_p, as a map from θ to Hermitian
 * jets at points: ∂∂̄K is the whole metric, and g = ∂∂̄K + 0. Values of K are those of the scale in
 * which points have their largest coordinate 1; their derivatives by θ do not depend on it.
 *
 * <p>D and its derivatives are linear in θ,
 *
 * <pre>
 *   ∂_a∂_b̄ D = (∂_b s)†H ∂_a s,      a, b = 0 … m with ∂_0 = 1,
 * </pre>
 *
 * so that rows of Jacobians are Σ_ab A_ab (∂_b s)†E_p ∂_a s with a Hermitian matrix A a point. An
 * entry of a basis matrix costs 8(m + 1)² operations a point.
 */
public final class AlgebraicPotential implements JetMap {
  private static final int BLOCK = 32;

  /** The sums of so many parts of a batch are added in order, whatever the number of threads. */
  private static final int PARTS = 16;

  private final Sections sections;
  private final VarietySample sample;
  private final Parallel parallel;
  private final HermitianBasis basis;
  private final HermitianJetSpace space;
  private final double scale;
  private final Worker[] workers;

  /**
   * @param sections s
   * @param basis of forms of as many sections
   * @param sample the points
   */
  public AlgebraicPotential(
      Sections sections, HermitianBasis basis, VarietySample sample, Parallel parallel) {
    this.sections = sections;
    this.basis = basis;
    this.sample = sample;
    this.parallel = parallel;
    this.space = new HermitianJetSpace(sample.dimension());
    this.scale = 1 / (Math.PI * Collections.max(sections.degrees()));
    this.workers = new Worker[parallel.threads()];
  }

  @Override
  public int parameters() {
    return basis.size();
  }

  @Override
  public int points() {
    return sample.points();
  }

  @Override
  public HermitianJetSpace basis() {
    return space;
  }

  @Override
  public int columns() {
    return space.size();
  }

  /** What is done with a block whose jets are known, and its share of a sum. */
  private interface Block {
    double run(Worker worker, int from, int count, double[] sum);
  }

  @Override
  public void outputJets(double[] theta, Batch batch, double[][] jets) {
    sweep(
        theta,
        batch,
        (worker, from, count, sum) -> {
          for (int c = 0; c < jets.length; c++) {
            System.arraycopy(worker.jets[c], 0, jets[c], from - batch.from(), count);
          }
          return 0;
        },
        null);
  }

  @Override
  public double lossGradient(double[] theta, Batch batch, BatchLoss loss, double[] gradient) {
    Arrays.fill(gradient, 0);
    return sweep(
        theta,
        batch,
        (worker, from, count, sum) -> {
          double share = loss.evaluate(batch.points(), from, count, worker.jets, worker.slopes[0]);
          worker.reverse(worker.slopes[0], count);
          for (int p = 0; p < sum.length; p++) {
            double total = 0;
            for (int i = 0; i < count; i++) {
              total += worker.gradient[p * BLOCK + i];
            }
            sum[p] += total;
          }
          return share;
        },
        gradient);
  }

  @Override
  public double loss(double[] theta, Batch batch, BatchLoss loss) {
    return sweep(
        theta,
        batch,
        (worker, from, count, sum) ->
            loss.evaluate(batch.points(), from, count, worker.jets, worker.slopes[0]),
        null);
  }

  @Override
  public void jacobian(
      double[] theta, Batch batch, JetResiduals residuals, double[] values, double[] rows) {
    int perPoint = residuals.perPoint();
    int n = parameters();
    sweep(
        theta,
        batch,
        (worker, from, count, sum) -> {
          worker.reserve(perPoint);
          residuals.evaluate(
              batch.points(), from, count, worker.jets, worker.residuals, worker.slopes);
          for (int r = 0; r < perPoint; r++) {
            int first = r * batch.count() + from - batch.from();
            System.arraycopy(worker.residuals[r], 0, values, first, count);
            worker.reverse(worker.slopes[r], count);
            for (int i = 0; i < count; i++) {
              for (int p = 0; p < n; p++) {
                rows[(first + i) * n + p] = worker.gradient[p * BLOCK + i];
              }
            }
          }
          return 0;
        },
        null);
  }

  /** All blocks of a batch; sums of parts are added to {@code sum} in order. */
  private double sweep(double[] theta, Batch batch, Block block, double[] sum) {
    int blocks = (batch.count() + BLOCK - 1) / BLOCK;
    int parts = Math.min(PARTS, blocks);
    double[] shares = new double[parts];
    double[][] sums = new double[parts][sum == null ? 0 : sum.length];
    parallel.run(
        parts,
        (part, index) -> {
          if (workers[index] == null) {
            workers[index] = new Worker();
          }
          for (int b = part * blocks / parts; b < (part + 1) * blocks / parts; b++) {
            int from = batch.from() + b * BLOCK;
            int count = Math.min(BLOCK, batch.from() + batch.count() - from);
            workers[index].fill(theta, batch.points(), from, count);
            shares[part] += block.run(workers[index], from, count, sums[part]);
          }
        });
    double total = 0;
    for (int part = 0; part < parts; part++) {
      total += shares[part];
      for (int p = 0; p < sums[part].length; p++) {
        sum[p] += sums[part][p];
      }
    }
    return total;
  }

  /** One thread's scratch space. */
  private final class Worker {
    private final int directions = sample.dimension() + 1;
    private final int height = sections.count() * BLOCK;
    private final SectionValues sectionValues =
        new SectionValues(sections, sample.coordinates(), BLOCK);
    private final double[][] z = new double[sample.z().length][BLOCK];
    private final double[][] pullback = new double[sample.pullback().length][BLOCK];

    /**
     * ∂_a s, real parts of all sections, then imaginary ones: {@code [a][part·height + s·count]}.
     */
    private final double[][] rows = new double[directions][2 * height];

    /** H ∂_a s on the way there, Σ_a A_ab ∂_a s on the way back. */
    private final double[][] images = new double[directions][2 * height];

    /** ∂_a∂_b̄ D, {@code [a·(m+1) + b][point]}. */
    private final double[][] re = new double[directions * directions][BLOCK];

    private final double[][] im = new double[directions * directions][BLOCK];

    /** A. */
    private final double[][] adjointRe = new double[directions * directions][BLOCK];

    private final double[][] adjointIm = new double[directions * directions][BLOCK];
    private final double[] entry = new double[BLOCK];
    private final double[][] jets = new double[space.size()][BLOCK];
    private final double[] gradient = new double[basis.size() * BLOCK];
    private double[][] residuals = new double[0][];
    private double[][][] slopes = new double[1][space.size()][BLOCK];

    void reserve(int perPoint) {
      if (residuals.length < perPoint) {
        residuals = new double[perPoint][BLOCK];
        slopes = new double[perPoint][space.size()][BLOCK];
      }
    }

    void fill(double[] theta, int[] points, int from, int count) {
      gather(sample.z(), points, from, count, z);
      gather(sample.pullback(), points, from, count, pullback);
      sectionValues.fill(z, 0, count, rows[0]);
      sectionValues.fillDerivatives(pullback, 0, count, Arrays.copyOfRange(rows, 1, directions));
      int half = sections.count() * count;
      for (int a = 0; a < directions; a++) {
        Arrays.fill(images[a], 0, 2 * half, 0);
        for (HermitianBasis.Entry e : basis.entries()) {
          double x = theta[e.parameter()] * e.re();
          double y = theta[e.parameter()] * e.im();
          add(x, y, rows[a], e.column() * count, images[a], e.row() * count, half, count);
          if (e.row() != e.column()) {
            add(x, -y, rows[a], e.row() * count, images[a], e.column() * count, half, count);
          }
        }
      }
      for (int a = 0; a < directions; a++) {
        for (int b = a; b < directions; b++) {
          int at = a * directions + b;
          contract(rows[b], images[a], half, count, re[at], im[at]);
          for (int p = 0; p < count; p++) {
            re[b * directions + a][p] = re[at][p];
            im[b * directions + a][p] = -im[at][p];
          }
        }
      }
      logarithm(count);
    }

    private void gather(double[][] columns, int[] points, int from, int count, double[][] to) {
      for (int c = 0; c < to.length; c++) {
        for (int p = 0; p < count; p++) {
          to[c][p] = columns[c][points[from + p]];
        }
      }
    }

    /** to += (x + iy) of. */
    private void add(
        double x, double y, double[] of, int i, double[] to, int j, int half, int count) {
      for (int p = 0; p < count; p++) {
        double r = of[i + p];
        double s = of[half + i + p];
        to[j + p] += x * r - y * s;
        to[half + j + p] += x * s + y * r;
      }
    }

    /** left†right, point by point. */
    private void contract(
        double[] left, double[] right, int half, int count, double[] x, double[] y) {
      Arrays.fill(x, 0, count, 0);
      Arrays.fill(y, 0, count, 0);
      for (int row = 0; row < half; row += count) {
        for (int p = 0; p < count; p++) {
          int r = row + p;
          int i = half + row + p;
          x[p] += left[r] * right[r] + left[i] * right[i];
          y[p] += left[r] * right[i] - left[i] * right[r];
        }
      }
    }

    /** K_a = D_a/(πkD), K_ab̄ = (D_ab̄/D − D_a D_b̄/D²)/πk. */
    private void logarithm(int count) {
      for (int p = 0; p < count; p++) {
        jets[0][p] = scale * Math.log(re[0][p]);
      }
      int at = 1 + 2 * (directions - 1);
      for (int a = 1; a < directions; a++) {
        double[] aRe = re[a * directions];
        double[] aIm = im[a * directions];
        for (int p = 0; p < count; p++) {
          jets[2 * a - 1][p] = scale * aRe[p] / re[0][p];
          jets[2 * a][p] = scale * aIm[p] / re[0][p];
        }
        for (int b = a; b < directions; b++) {
          double[] bRe = re[b * directions];
          double[] bIm = im[b * directions];
          double[] x = re[a * directions + b];
          double[] y = im[a * directions + b];
          for (int p = 0; p < count; p++) {
            double d = re[0][p];
            jets[at][p] = scale * (x[p] / d - (aRe[p] * bRe[p] + aIm[p] * bIm[p]) / (d * d));
            if (b > a) {
              jets[at + 1][p] = scale * (y[p] / d - (aIm[p] * bRe[p] - aRe[p] * bIm[p]) / (d * d));
            }
          }
          at += b > a ? 2 : 1;
        }
      }
    }

    /** From ∂r/∂jets to ∂r/∂θ at each point, {@code [parameter·BLOCK + point]}. */
    void reverse(double[][] slope, int count) {
      adjoint(slope, count);
      int half = sections.count() * count;
      for (int b = 0; b < directions; b++) {
        Arrays.fill(images[b], 0, 2 * half, 0);
        for (int a = 0; a < directions; a++) {
          turn(
              rows[a],
              adjointRe[a * directions + b],
              adjointIm[a * directions + b],
              half,
              count,
              b);
        }
      }
      Arrays.fill(gradient, 0);
      for (HermitianBasis.Entry e : basis.entries()) {
        pair(e, half, count);
        int at = e.parameter() * BLOCK;
        for (int p = 0; p < count; p++) {
          gradient[at + p] += entry[p];
        }
      }
    }

    /** images_b += A_ab ∂_a s. */
    private void turn(double[] of, double[] x, double[] y, int half, int count, int b) {
      double[] to = images[b];
      for (int row = 0; row < half; row += count) {
        for (int p = 0; p < count; p++) {
          double r = of[row + p];
          double i = of[half + row + p];
          to[row + p] += x[p] * r - y[p] * i;
          to[half + row + p] += x[p] * i + y[p] * r;
        }
      }
    }

    /** Σ_ab A_ab (∂_b s)†E ∂_a s of an entry and its conjugate: Re or 2 Re of e M_βα. */
    private void pair(HermitianBasis.Entry e, int half, int count) {
      Arrays.fill(entry, 0, count, 0);
      double factor = e.row() == e.column() ? 1 : 2;
      double x = factor * e.re();
      double y = factor * e.im();
      for (int b = 0; b < directions; b++) {
        double[] left = rows[b];
        double[] right = images[b];
        int i = e.row() * count;
        int j = e.column() * count;
        for (int p = 0; p < count; p++) {
          double lr = left[i + p];
          double li = left[half + i + p];
          double rr = right[j + p];
          double ri = right[half + j + p];
          entry[p] += x * (lr * rr + li * ri) - y * (lr * ri - li * rr);
        }
      }
    }

    /**
     * A from ∂r/∂jets. With dr = Re(c dK + Σ γ_a dK_a + Σ_{a≤b} Γ_ab dK_ab̄) it is, before it is
     * made Hermitian, Γ_ab/D in (a, b); γ_a/D − Σ_b Γ_ab D̄_b/D² in (a, 0), and the conjugate of
     * −Γ_ab D_a/D² in (b, 0); c/D − Σ γ_a D_a/D² + Σ Γ_ab (2 D_a D̄_b/D³ − D_ab̄/D²) in (0, 0).
     */
    private void adjoint(double[][] slope, int count) {
      for (int p = 0; p < count; p++) {
        double d = re[0][p];
        double value = slope[0][p] / d;
        for (int a = 1; a < directions; a++) {
          adjointRe[a * directions][p] = slope[2 * a - 1][p] / d;
          adjointIm[a * directions][p] = -slope[2 * a][p] / d;
          value -=
              (slope[2 * a - 1][p] * re[a * directions][p]
                      + slope[2 * a][p] * im[a * directions][p])
                  / (d * d);
        }
        int at = 1 + 2 * (directions - 1);
        for (int a = 1; a < directions; a++) {
          for (int b = a; b < directions; b++) {
            value += second(slope[at][p], b > a ? -slope[at + 1][p] : 0, a, b, p);
            at += b > a ? 2 : 1;
          }
        }
        adjointRe[0][p] = scale * value;
        adjointIm[0][p] = 0;
        for (int a = 1; a < directions; a++) {
          halve(a * directions, a, p);
          for (int b = a + 1; b < directions; b++) {
            halve(a * directions + b, b * directions + a, p);
          }
        }
      }
    }

    /** Puts Γ = x + iy in its places, and returns its part of the value's. */
    private double second(double x, double y, int a, int b, int p) {
      double d = re[0][p];
      double aRe = re[a * directions][p] / d;
      double aIm = im[a * directions][p] / d;
      double bRe = re[b * directions][p] / d;
      double bIm = im[b * directions][p] / d;
      int ab = a * directions + b;
      adjointRe[ab][p] = (a == b ? scale : 1) * x / d;
      adjointIm[ab][p] = (a == b ? scale : 1) * y / d;
      adjointRe[a * directions][p] -= (x * bRe + y * bIm) / d;
      adjointIm[a * directions][p] -= (y * bRe - x * bIm) / d;
      adjointRe[b * directions][p] -= (x * aRe - y * aIm) / d;
      adjointIm[b * directions][p] += (x * aIm + y * aRe) / d;
      double productRe = 2 * (aRe * bRe + aIm * bIm) - re[ab][p] / d;
      double productIm = 2 * (aIm * bRe - aRe * bIm) - im[ab][p] / d;
      return (x * productRe - y * productIm) / d;
    }

    /** Makes an entry of A and its mirror image halves of each other's conjugates. */
    private void halve(int at, int mirror, int p) {
      adjointRe[at][p] *= scale / 2;
      adjointIm[at][p] *= scale / 2;
      adjointRe[mirror][p] = adjointRe[at][p];
      adjointIm[mirror][p] = -adjointIm[at][p];
    }
  }
}
