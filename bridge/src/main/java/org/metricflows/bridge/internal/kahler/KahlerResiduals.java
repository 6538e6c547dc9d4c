package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetResiduals;

/**
 * The residuals √(c w) ρ of a potential's loss with density ℓ = Σ ρ², at a given κ and with a given
 * factor c of the weights.
 */
final class KahlerResiduals {

  private final int second;
  private final int numbers;
  private final PointRows data;
  private final PointRows reference;
  private final List<ThreadLocal<Columns>> columns;

  /**
   * @param reference g_FS of the metric's points if the loss reads it, else no columns
   * @param residuals each ∂∂̄φ, g₀, |Ω|², κ, g_FS if it is read ↦ ρ and its derivatives by ∂∂̄φ and
   *     κ
   */
  KahlerResiduals(PotentialMetric metric, PointRows reference, List<Program> residuals) {
    this.second = metric.second();
    this.numbers = metric.numbers();
    this.data = metric.data();
    this.reference = reference;
    this.columns =
        residuals.stream()
            .map(program -> ThreadLocal.withInitial(() -> new Columns(program)))
            .toList();
  }

  int perPoint() {
    return columns.size();
  }

  /**
   * The residuals at the points of a batch.
   *
   * @param kappa κ
   * @param share c
   * @param byKappa receives the derivatives by κ, {@code [residual · count + position]}
   */
  JetResiduals of(Batch batch, double kappa, double share, double[] byKappa) {
    return new OfBatch(batch, kappa, share, byKappa);
  }

  /** Of one batch. */
  private final class OfBatch implements JetResiduals {
    private final Batch batch;
    private final double kappa;
    private final double share;
    private final double[] byKappa;

    OfBatch(Batch batch, double kappa, double share, double[] byKappa) {
      this.batch = batch;
      this.kappa = kappa;
      this.share = share;
      this.byKappa = byKappa;
    }

    @Override
    public int perPoint() {
      return columns.size();
    }

    @Override
    public void evaluate(
        int[] points,
        int from,
        int count,
        double[][] jets,
        double[][] residuals,
        double[][][] slopes) {
      for (int i = 0; i < columns.size(); i++) {
        Columns call = columns.get(i).get();
        call.reserve(count);
        double[] weight = read(call, points, from, count, jets);
        double[] last = call.out[numbers + 1];
        call.out[0] = residuals[i];
        System.arraycopy(slopes[i], second, call.out, 1, numbers);
        for (int c = 0; c < second; c++) {
          Arrays.fill(slopes[i][c], 0, count, 0);
        }
        call.apply(count);
        for (double[] column : call.out) {
          for (int p = 0; p < count; p++) {
            column[p] *= weight[p];
          }
        }
        System.arraycopy(last, 0, byKappa, i * batch.count() + from - batch.from(), count);
      }
    }

    /** Sets the inputs, and returns √(c w). */
    private double[] read(Columns call, int[] points, int from, int count, double[][] jets) {
      System.arraycopy(jets, second, call.in, 0, numbers);
      double[][] gathered = Arrays.copyOf(call.in, numbers + data.width());
      double[] weight = new double[count];
      gathered[gathered.length - 1] = weight;
      data.gather(points, from, count, gathered, numbers);
      int at = numbers + data.width() - 1;
      Arrays.fill(call.in[at], 0, count, kappa);
      reference.gather(points, from, count, call.in, at + 1);
      for (int p = 0; p < count; p++) {
        weight[p] = Math.sqrt(share * weight[p]);
      }
      return weight;
    }
  }
}
