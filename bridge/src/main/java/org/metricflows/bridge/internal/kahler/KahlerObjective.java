package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;

/**
 * A loss of a potential's parameters, ⟨w ℓ⟩/⟨w⟩, whose density depends on q/κ with q = det g/|Ω|².
 *
 * <p>Either κ is a number and ⟨w⟩ that of the whole sample, so that batches are unbiased; or both
 * are those of the batch, κ = ⟨wq⟩/⟨w⟩, and the gradient goes through κ too. That needs q before
 * the derivatives of the loss: two forward sweeps.
 */
final class KahlerObjective implements Objective {

  private final PotentialMetric metric;
  private final PointRows reference;
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

    /**
     * By the batch.
     *
     * @param slope g, q/κ, g_FS if it is read ↦ ∂ℓ/∂(q/κ)
     */
    record Exact(Program slope) implements Normalisation {}
  }

  /**
   * @param reference g_FS of the metric's points if the loss reads it, else no columns
   * @param loss ∂∂̄φ, g₀, |Ω|², w, κ, λ, g_FS if it is read ↦ weighted density and derivatives
   */
  KahlerObjective(
      PotentialMetric metric, PointRows reference, Program loss, Normalisation normalisation) {
    this.metric = metric;
    this.reference = reference;
    this.normalisation = normalisation;
    this.lossColumns = ThreadLocal.withInitial(() -> new Columns(loss));
  }

  @Override
  public int parameters() {
    return metric.model().parameters();
  }

  /** Whether κ is that of the batch. */
  boolean isExact() {
    return normalisation instanceof Normalisation.Exact;
  }

  /**
   * What the loss of a batch is taken with.
   *
   * @param kappa κ
   * @param weight what weights are multiplied by
   */
  record Scales(double kappa, double weight) {}

  /** What the loss of a batch is taken with. */
  Scales scales(double[] theta, Batch batch) {
    if (normalisation instanceof Normalisation.Fixed fixed) {
      return new Scales(fixed.kappa(), 1 / (fixed.meanWeight() * batch.count()));
    }
    return scales(metric.at(theta, batch));
  }

  private static Scales scales(PotentialMetric.Values values) {
    double total = 0;
    double volume = 0;
    for (int p = 0; p < values.weight().length; p++) {
      total += values.weight()[p];
      volume += values.weight()[p] * values.q()[p];
    }
    return new Scales(volume / total, 1 / total);
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
    Normalisation.Exact exact = (Normalisation.Exact) normalisation;
    PotentialMetric.Values values = metric.at(theta, batch);
    Scales scales = scales(values);
    double kappa = scales.kappa();
    double[] slopes = slopes(exact.slope(), values, kappa, batch);
    double lambda = 0;
    for (int p = 0; p < batch.count(); p++) {
      double q = values.q()[p];
      lambda -= values.weight()[p] * scales.weight() * slopes[p] * q / (kappa * kappa);
    }
    return new Constants(kappa, lambda, scales.weight());
  }

  /** ∂ℓ/∂(q/κ) at the points of a batch. */
  private double[] slopes(Program slope, PotentialMetric.Values values, double kappa, Batch batch) {
    int numbers = metric.numbers();
    double[][] in = Arrays.copyOf(values.metric(), numbers + 1 + reference.width());
    in[numbers] = Arrays.stream(values.q()).map(q -> q / kappa).toArray();
    for (int c = numbers + 1; c < in.length; c++) {
      in[c] = new double[batch.count()];
    }
    reference.gather(batch.points(), batch.from(), batch.count(), in, numbers + 1);
    double[][] out = new double[1][batch.count()];
    slope.apply(in, new int[in.length], out, new int[1], batch.count());
    return out[0];
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
    reference.gather(points, from, count, call.in, weight + 3);
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
