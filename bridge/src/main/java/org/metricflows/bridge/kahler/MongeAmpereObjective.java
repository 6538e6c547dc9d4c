package org.metricflows.bridge.kahler;

import java.util.Arrays;
import org.metricflows.bridge.compiler.Program;
import org.metricflows.numeric.network.Batch;
import org.metricflows.numeric.training.Objective;

/**
 * The Monge–Ampère loss of a potential's parameters, ⟨w|1 − q/κ|^p⟩/⟨w⟩ with q = det g/|Ω|².
 *
 * <p>Either κ is a number and ⟨w⟩ that of the whole sample, so that batches are unbiased; or both
 * are those of the batch, κ = ⟨wq⟩/⟨w⟩, and the gradient goes through κ too. That needs q before
 * the derivatives of the loss: two forward sweeps.
 */
final class MongeAmpereObjective implements Objective {

  private final PotentialMetric metric;
  private final int power;
  private final Normalisation normalisation;
  private final ThreadLocal<Columns> lossColumns;

  /** How the ratio q is normalised. */
  sealed interface Normalisation {

    /**
     * By constants.
     *
     * @param kappa κ
     * @param meanWeight ⟨w⟩
     */
    record Fixed(double kappa, double meanWeight) implements Normalisation {}

    /** By the batch. */
    record Exact() implements Normalisation {}
  }

  /**
   * @param loss ∂∂̄φ, g₀, |Ω|², w, κ, λ ↦ weighted density and derivatives
   */
  MongeAmpereObjective(
      PotentialMetric metric, Program loss, int power, Normalisation normalisation) {
    this.metric = metric;
    this.power = power;
    this.normalisation = normalisation;
    this.lossColumns = ThreadLocal.withInitial(() -> new Columns(loss));
  }

  @Override
  public int parameters() {
    return metric.model().shape().parameters();
  }

  /** κ, λ and what weights are multiplied by, for a batch. */
  private record Constants(double kappa, double lambda, double scale) {}

  @Override
  public double lossGradient(double[] theta, Batch batch, double[] gradient) {
    Constants constants = constants(theta, batch);
    return metric
        .model()
        .lossGradient(
            theta,
            batch,
            (points, from, count, jets, adjoints) ->
                evaluate(constants, points, from, count, jets, adjoints),
            gradient);
  }

  @Override
  public double loss(double[] theta, Batch batch) {
    Constants constants = constants(theta, batch);
    return metric
        .model()
        .loss(
            theta,
            batch,
            (points, from, count, jets, adjoints) ->
                evaluate(constants, points, from, count, jets, adjoints));
  }

  private Constants constants(double[] theta, Batch batch) {
    if (normalisation instanceof Normalisation.Fixed fixed) {
      return new Constants(fixed.kappa(), 0, 1 / (fixed.meanWeight() * batch.count()));
    }
    PotentialMetric.Values values = metric.at(theta, batch);
    double total = 0;
    double volume = 0;
    for (int p = 0; p < batch.count(); p++) {
      total += values.weight()[p];
      volume += values.weight()[p] * values.q()[p];
    }
    double kappa = volume / total;
    double lambda = 0;
    for (int p = 0; p < batch.count(); p++) {
      double q = values.q()[p];
      double defect = 1 - q / kappa;
      double slope = power == 1 ? Math.signum(defect) : 2 * defect;
      lambda += values.weight()[p] / total * slope * q / (kappa * kappa);
    }
    return new Constants(kappa, lambda, 1 / total);
  }

  private double evaluate(
      Constants constants,
      int[] points,
      int from,
      int count,
      double[][] jets,
      double[][] adjoints) {
    Columns call = lossColumns.get();
    call.reserve(count);
    int numbers = metric.numbers();
    int second = metric.second();
    System.arraycopy(jets, second, call.in, 0, numbers);
    metric.data().gather(points, from, count, call.in, numbers);
    int weight = numbers + metric.data().width() - 1;
    for (int p = 0; p < count; p++) {
      call.in[weight][p] *= constants.scale();
      call.in[weight + 1][p] = constants.kappa();
      call.in[weight + 2][p] = constants.lambda();
    }
    for (int c = 0; c < second; c++) {
      Arrays.fill(adjoints[c], 0, count, 0);
    }
    System.arraycopy(adjoints, second, call.out, 1, numbers);
    call.apply(count);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      sum += call.out[0][p];
    }
    return sum;
  }
}
