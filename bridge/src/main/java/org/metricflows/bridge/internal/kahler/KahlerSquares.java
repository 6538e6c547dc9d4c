package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.training.SquaredObjective;

/**
 * A loss of a potential's parameters that is known as a sum of squares, with its Jacobian.
 *
 * <p>Where κ is that of the batch, κ = ⟨wq⟩/⟨w⟩, rows are ∂ρ/∂θ + ∂ρ/∂κ ∂κ/∂θ.
 */
final class KahlerSquares implements SquaredObjective {

  private static final int ROWS_PER_TASK = 16;

  private final KahlerObjective objective;
  private final PotentialMetric metric;
  private final KahlerResiduals residuals;
  private final ThreadLocal<Columns> ratio;

  /**
   * @param ratio ∂∂̄φ, g₀, |Ω|² ↦ q and its derivatives by ∂∂̄φ
   */
  KahlerSquares(
      KahlerObjective objective, PotentialMetric metric, KahlerResiduals residuals, Program ratio) {
    this.objective = objective;
    this.metric = metric;
    this.residuals = residuals;
    this.ratio = ThreadLocal.withInitial(() -> new Columns(ratio));
  }

  @Override
  public int parameters() {
    return objective.parameters();
  }

  @Override
  public double lossGradient(double[] theta, Batch batch, double[] gradient) {
    return objective.lossGradient(theta, batch, gradient);
  }

  @Override
  public double loss(double[] theta, Batch batch) {
    return objective.loss(theta, batch);
  }

  @Override
  public int perPoint() {
    return residuals.perPoint();
  }

  @Override
  public void jacobian(double[] theta, Batch batch, double[] values, double[] rows) {
    KahlerObjective.Scales scales = objective.scales(theta, batch);
    double[] byKappa = new double[perPoint() * batch.count()];
    metric
        .model()
        .jacobian(
            theta,
            batch,
            residuals.of(batch, scales.kappa(), scales.weight(), byKappa),
            values,
            rows);
    if (objective.isExact()) {
      addThroughKappa(byKappa, kappaGradient(theta, batch, scales.weight()), rows);
    }
  }

  /** ∂κ/∂θ. */
  private double[] kappaGradient(double[] theta, Batch batch, double share) {
    double[] gradient = new double[theta.length];
    metric
        .model()
        .lossGradient(
            theta,
            batch,
            (points, from, count, jets, adjoints) ->
                weightedRatio(share, points, from, count, jets, adjoints),
            gradient);
    return gradient;
  }

  private double weightedRatio(
      double share, int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    int numbers = metric.numbers();
    int second = metric.second();
    Columns call = ratio.get();
    call.reserve(count);
    double[] weight = new double[count];
    double[][] in = Arrays.copyOf(call.in, call.in.length + 1);
    in[in.length - 1] = weight;
    metric.data().gather(points, from, count, in, numbers);
    System.arraycopy(jets, second, call.in, 0, numbers);
    System.arraycopy(adjoints, second, call.out, 1, numbers);
    call.apply(count);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      sum += share * weight[p] * call.out[0][p];
    }
    for (int c = 0; c < adjoints.length; c++) {
      for (int p = 0; p < count; p++) {
        adjoints[c][p] = c < second ? 0 : share * weight[p] * adjoints[c][p];
      }
    }
    return sum;
  }

  private static void addThroughKappa(double[] byKappa, double[] gradient, double[] rows) {
    int n = gradient.length;
    Parallel.common()
        .run(
            (byKappa.length + ROWS_PER_TASK - 1) / ROWS_PER_TASK,
            (task, worker) -> {
              int end = Math.min(byKappa.length, (task + 1) * ROWS_PER_TASK);
              for (int i = task * ROWS_PER_TASK; i < end; i++) {
                for (int k = 0; k < n; k++) {
                  rows[i * n + k] += byKappa[i] * gradient[k];
                }
              }
            });
  }
}
