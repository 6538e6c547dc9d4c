package org.metricflows.bridge.internal.spec;

import java.util.Optional;

/**
 * A training by epochs.
 *
 * @param method of the epochs
 * @param epochs how many
 * @param batch points of a batch; the method lbfgs takes all at once
 * @param learningRate of adam, at first
 * @param schedule how it falls
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
    Optional<Finish> finish,
    int patience,
    int record,
    long seed) {

  /** How parameters are moved. */
  public enum Method implements Named {
    /** Adam on batches. */
    ADAM("adam"),
    /** L-BFGS on all points. */
    LBFGS("lbfgs");

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
   * What follows the epochs: L-BFGS on all points, an epoch an iteration.
   *
   * @param iterations how many
   */
  public record Finish(int iterations) {}

  /** Epochs, and iterations of the finish. */
  public int allEpochs() {
    return epochs + finish.map(Finish::iterations).orElse(0);
  }
}
