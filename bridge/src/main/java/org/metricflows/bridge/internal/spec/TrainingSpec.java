package org.metricflows.bridge.internal.spec;

import java.util.Optional;

/**
 * A training by epochs.
 *
 * @param method of the epochs
 * @param epochs how many; the natural gradient's are steps
 * @param batch points of a batch, of the natural gradient's first; the method lbfgs takes all at
 *     once
 * @param learningRate at first; lbfgs has none
 * @param schedule how it falls
 * @param natural what only the natural gradient has
 * @param finish what comes after the epochs, if anything
 * @param patience epochs without a better loss at held-out points after which the training ends; 0
 *     for never
 * @param record epochs from one record to the next
 * @param seed of the order of points
 */
public record TrainingSpec(
    Method method,
    int epochs,
    int batch,
    double learningRate,
    Schedule schedule,
    Optional<Natural> natural,
    Optional<Finish> finish,
    int patience,
    int record,
    long seed) {

  /** How parameters are moved. */
  public enum Method implements Named {
    /** Adam on batches. */
    ADAM("adam"),
    /** L-BFGS on all points. */
    LBFGS("lbfgs"),
    /** Gauss and Newton's steps on batches, with momentum. */
    NATURAL_GRADIENT("natural-gradient");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How the learning rate falls from one step to the next. */
  public enum Decay implements Named {
    /** It does not. */
    CONSTANT("constant"),
    /** Along half a period of the cosine. */
    COSINE("cosine"),
    /** By the same factor each step. */
    EXPONENTIAL("exponential");

    private final String label;

    Decay(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * The learning rate over the steps of a training.
   *
   * @param decay how it falls
   * @param finalRate what it falls to
   * @param warmup epochs over which it first rises from 0
   */
  public record Schedule(Decay decay, double finalRate, double warmup) {}

  /**
   * Of the natural gradient.
   *
   * @param momentum μ
   * @param damping λ, in units of the mean of the Gram matrix's diagonal
   * @param finalDamping what λ falls to, by the same factor each step
   * @param finalBatch points of the last batch, to which batches grow
   */
  public record Natural(double momentum, double damping, double finalDamping, int finalBatch) {}

  /**
   * What follows the epochs: L-BFGS on all points, an epoch an iteration.
   *
   * @param iterations how many
   */
  public record Finish(int iterations) {}

  /** What is counted: epochs, or steps of the natural gradient. */
  public String unit() {
    return natural.isPresent() ? "step" : "epoch";
  }

  /** Epochs, and iterations of the finish. */
  public int allEpochs() {
    return epochs + finish.map(Finish::iterations).orElse(0);
  }
}
