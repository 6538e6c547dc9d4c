package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.training.JetSquares;

/**
 * The residuals √(w/⟨w⟩N) ρ of a potential's loss ⟨w ℓ⟩/⟨w⟩ with ℓ = Σ ρ², over batches of N
 * points, at a fixed κ.
 */
final class KahlerResiduals implements JetSquares.OfBatch {

  private final int second;
  private final int numbers;
  private final PointRows data;
  private final PointRows reference;
  private final KahlerObjective.Normalisation.Fixed normalisation;
  private final List<ThreadLocal<Columns>> columns;

  /**
   * @param reference g_FS of the metric's points if the loss reads it, else no columns
   * @param residuals each ∂∂̄φ, g₀, |Ω|², κ, g_FS if it is read ↦ ρ and its derivatives
   */
  KahlerResiduals(
      PotentialMetric metric,
      PointRows reference,
      List<Program> residuals,
      KahlerObjective.Normalisation.Fixed normalisation) {
    this.second = metric.second();
    this.numbers = metric.numbers();
    this.data = metric.data();
    this.reference = reference;
    this.normalisation = normalisation;
    this.columns =
        residuals.stream()
            .map(program -> ThreadLocal.withInitial(() -> new Columns(program)))
            .toList();
  }

  @Override
  public int perPoint() {
    return columns.size();
  }

  @Override
  public JetResiduals of(int count) {
    return new OfCount(1 / (normalisation.meanWeight() * count));
  }

  /** For batches of a size. */
  private final class OfCount implements JetResiduals {
    private final double share;

    OfCount(double share) {
      this.share = share;
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
      for (int i = 0; i < residuals.length; i++) {
        Columns call = columns.get(i).get();
        call.reserve(count);
        double[] weight = read(call, points, from, count, jets);
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
      }
    }

    /** Sets the inputs, and returns √(w/⟨w⟩N). */
    private double[] read(Columns call, int[] points, int from, int count, double[][] jets) {
      System.arraycopy(jets, second, call.in, 0, numbers);
      double[][] gathered = Arrays.copyOf(call.in, numbers + data.width());
      double[] weight = new double[count];
      gathered[gathered.length - 1] = weight;
      data.gather(points, from, count, gathered, numbers);
      int kappa = numbers + data.width() - 1;
      Arrays.fill(call.in[kappa], 0, count, normalisation.kappa());
      reference.gather(points, from, count, call.in, kappa + 1);
      for (int p = 0; p < count; p++) {
        weight[p] = Math.sqrt(share * weight[p]);
      }
      return weight;
    }
  }
}
