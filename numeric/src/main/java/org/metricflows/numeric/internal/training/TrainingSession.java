package org.metricflows.numeric.internal.training;

import java.util.Arrays;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowProgress;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;
import org.metricflows.numeric.internal.flow.Outcome;
import org.metricflows.numeric.internal.training.Training.EarlyStopping;

/**
 * A training from its start or a checkpoint to its end.
 *
 * <p>Its state as one vector: θ, the last loss, the best validation, its epoch, with early stopping
 * the best θ, then what the phase remembers.
 */
final class TrainingSession {

  private static final int NUMBERS = 3;

  private final Training training;
  private final EarlyStopping stopping;
  private final FlowListener listener;
  private double[] theta;
  private double[] best;
  private double[] memory;
  private double loss = Double.NaN;
  private double bestValidation = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private int epoch;
  private int recorded;
  private long evaluations;

  TrainingSession(Training training, FlowListener listener) {
    this.training = training;
    this.stopping = training.stopping();
    this.listener = listener;
    this.theta = training.start();
    this.best = new double[stopping.isOn() ? theta.length : 0];
    this.memory = training.phases().get(0).memory();
  }

  void begin() {
    validate();
    record();
  }

  FlowResult run() {
    int end = training.epochs();
    if (training.hindrance().isPresent()) {
      return result(new Outcome.Stopped(epoch, training.hindrance().get()));
    }
    Outcome outcome = new Outcome.Completed(epoch);
    while (epoch < end) {
      int number = training.phaseOf(epoch);
      Phase phase = training.phases().get(number);
      Phase.Epoch done = phase.run(epoch - training.firstEpoch(number), theta, memory);
      evaluations += done.evaluations();
      if (!isFinite(done)) {
        return result(new Outcome.Stopped(epoch, "the loss is no longer a finite number"));
      }
      epoch++;
      theta = done.theta();
      memory = done.memory();
      loss = done.loss();
      outcome = phase.outcome(epoch, done);
      validate();
      boolean patient = !stopping.isOn() || epoch - bestEpoch < stopping.patience();
      if (epoch == end || done.last() || !patient) {
        break;
      }
      next(number);
    }
    if (stopping.isOn()) {
      theta = best;
    }
    record();
    return result(outcome);
  }

  /** What lies between two epochs. */
  private void next(int number) {
    if (training.phaseOf(epoch) != number) {
      memory = training.phases().get(training.phaseOf(epoch)).memory();
    }
    if (epoch % training.recordEvery() == 0) {
      record();
    }
    double fraction = (double) epoch / training.epochs();
    listener.stepped(new FlowProgress(epoch, fraction, epoch, evaluations));
    listener.legEnded(new FlowCheckpoint(epoch, pack(), 1, recorded, evaluations, epoch));
  }

  private static boolean isFinite(Phase.Epoch done) {
    return Double.isFinite(done.loss()) && Arrays.stream(done.theta()).allMatch(Double::isFinite);
  }

  private void validate() {
    if (stopping.isOn()) {
      double validation = stopping.validation().applyAsDouble(theta);
      if (validation < bestValidation) {
        bestValidation = validation;
        bestEpoch = epoch;
        best = theta.clone();
      }
    }
  }

  private void record() {
    recorded++;
    listener.recorded(new FlowRecord(epoch, pack()));
  }

  private FlowResult result(Outcome outcome) {
    return new FlowResult(outcome, theta, evaluations, epoch);
  }

  private double[] pack() {
    int n = theta.length;
    double[] state = Arrays.copyOf(theta, n + NUMBERS + best.length + memory.length);
    state[n] = loss;
    state[n + 1] = bestValidation;
    state[n + 2] = bestEpoch;
    System.arraycopy(best, 0, state, n + NUMBERS, best.length);
    System.arraycopy(memory, 0, state, n + NUMBERS + best.length, memory.length);
    return state;
  }

  void goOnFrom(FlowCheckpoint checkpoint) {
    epoch = (int) checkpoint.time();
    if (epoch != checkpoint.time() || epoch < 1 || epoch >= training.epochs()) {
      throw new IllegalArgumentException(
          "checkpoint: epoch " + checkpoint.time() + " of " + training.epochs());
    }
    memory = training.phases().get(training.phaseOf(epoch)).memory();
    double[] state = checkpoint.state();
    int n = theta.length;
    if (state.length != n + NUMBERS + best.length + memory.length) {
      throw new IllegalArgumentException("checkpoint: it is of another training");
    }
    theta = Arrays.copyOf(state, n);
    loss = state[n];
    bestValidation = state[n + 1];
    bestEpoch = (int) state[n + 2];
    best = Arrays.copyOfRange(state, n + NUMBERS, n + NUMBERS + best.length);
    memory = Arrays.copyOfRange(state, n + NUMBERS + best.length, state.length);
    recorded = checkpoint.recorded();
    evaluations = checkpoint.evaluations();
  }
}
