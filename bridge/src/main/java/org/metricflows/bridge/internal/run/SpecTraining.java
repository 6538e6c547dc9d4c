package org.metricflows.bridge.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.SolveSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec.Natural;
import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.gradient.Descent;
import org.metricflows.numeric.internal.gradient.PenalisedDescent;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Adam;
import org.metricflows.numeric.internal.training.AdamPhase;
import org.metricflows.numeric.internal.training.GaussNewtonPhase;
import org.metricflows.numeric.internal.training.GrowingBatches;
import org.metricflows.numeric.internal.training.LbfgsPhase;
import org.metricflows.numeric.internal.training.LearningRate;
import org.metricflows.numeric.internal.training.LimitedMemoryBfgs;
import org.metricflows.numeric.internal.training.MiniBatches;
import org.metricflows.numeric.internal.training.NaturalGradientPhase;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.training.Phase;
import org.metricflows.numeric.internal.training.SquaredObjective;
import org.metricflows.numeric.internal.training.Training;
import org.metricflows.numeric.internal.training.Training.EarlyStopping;
import org.metricflows.symbolic.InputException;

/** A training by the methods that a spec asks for. */
public final class SpecTraining {

  private static final int REMEMBERED = 20;
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;
  private static final String NO_SQUARES =
      "'natural-gradient' needs a loss that is a sum of squares: on a variety the loss"
          + " 'monge-ampere' with power 2, or a density such as log(q)^2; for others use adam or"
          + " lbfgs";

  /** At all points there is no batch to fit too closely; what is left tells rounding from rank. */
  private static final double GAUSS_NEWTON_DAMPING = 1e-10;

  private SpecTraining() {}

  /**
   * The training.
   *
   * @param objective the loss
   * @param start the first parameters
   * @param training the points trained on
   * @param heldOut the points at which early stopping looks at the loss
   */
  public static Training of(
      TrainingSpec spec, Objective objective, double[] start, Batch training, Batch heldOut) {
    List<Phase> phases = new ArrayList<>();
    phases.add(
        switch (spec.method()) {
          case ADAM -> adam(spec, objective, training);
          case LBFGS -> lbfgs(objective, training, spec.epochs());
          case NATURAL_GRADIENT -> natural(spec, squared(objective), training);
        });
    spec.finish().ifPresent(finish -> phases.add(lbfgs(objective, training, finish.iterations())));
    EarlyStopping stopping =
        spec.patience() == 0
            ? EarlyStopping.never()
            : new EarlyStopping(spec.patience(), theta -> objective.loss(theta, heldOut));
    return new Training(start, phases, spec.record(), stopping);
  }

  /**
   * To the least of L + λ‖δ‖²_Θ, which a flow descends in coordinates in which the kernel's norm is
   * that of numbers; an epoch is as many quasi-Newton steps as are remembered.
   *
   * @param all the sample's points
   */
  public static Training of(SolveSpec solve, Descent flow, Batch all) {
    Phase phase =
        new LbfgsPhase(
            PenalisedDescent.of(flow, solve.ridge()),
            all,
            new LimitedMemoryBfgs(REMEMBERED),
            solve.iterations(),
            REMEMBERED,
            solve.tolerance());
    return new Training(flow.initialState(), List.of(phase), 1, EarlyStopping.never());
  }

  /**
   * Gauss and Newton's steps over all points.
   *
   * @param start the first parameters
   * @param all the points
   */
  public static Training of(
      AlgebraicSpec.Iteration spec, SquaredObjective objective, double[] start, Batch all) {
    requireMemory(
        all.count(), objective, "sample", "a smaller sample, a lower degree, or metric.symmetric");
    Phase phase =
        new GaussNewtonPhase(
            objective, all, GAUSS_NEWTON_DAMPING, spec.iterations(), spec.tolerance());
    return new Training(start, List.of(phase), spec.record(), EarlyStopping.never());
  }

  private static Phase adam(TrainingSpec spec, Objective objective, Batch training) {
    MiniBatches batches =
        new MiniBatches(training.count(), Math.min(spec.batch(), training.count()), spec.seed());
    return new AdamPhase(
        objective, batches, Adam.standard(), rate(spec, batches.perEpoch()), spec.epochs());
  }

  private static Phase natural(TrainingSpec spec, SquaredObjective objective, Batch training) {
    Natural natural = spec.natural().orElseThrow();
    int first = Math.min(spec.batch(), training.count());
    int last = Math.min(natural.finalBatch(), training.count());
    requireMemory(last, objective, "training.batch", "a smaller batch or network");
    return new NaturalGradientPhase(
        objective,
        new GrowingBatches(training.count(), first, last, spec.epochs(), spec.seed()),
        natural.momentum(),
        LearningRate.exponential(
            natural.damping(), natural.finalDamping() / natural.damping(), spec.epochs()),
        rate(spec, 1),
        spec.epochs());
  }

  private static SquaredObjective squared(Objective objective) {
    if (objective instanceof SquaredObjective squared) {
      return squared;
    }
    throw InputException.of("training.method", NO_SQUARES);
  }

  /** The Jacobian and its Gram matrix must fit, beside as much again for all else. */
  private static void requireMemory(
      int batch, SquaredObjective objective, String field, String remedy) {
    long rows = (long) batch * objective.perPoint();
    long needed = DampedLeastSquares.bytes(rows, objective.parameters());
    long most = Runtime.getRuntime().maxMemory() / 2;
    long longest = MOST_NUMBERS / objective.parameters();
    if (needed > most || rows > longest) {
      throw InputException.of(
          field,
          String.format(
              Locale.ROOT,
              "%d residuals of %d parameters need %.1f GB, but half of Java's memory is %.1f GB and"
                  + " a matrix has at most 2^31 numbers; take %s, or raise the memory by"
                  + " JAVA_OPTS=-Xmx",
              rows,
              objective.parameters(),
              needed / 1e9,
              most / 1e9,
              remedy));
    }
  }

  private static Phase lbfgs(Objective objective, Batch training, int steps) {
    return new LbfgsPhase(objective, training, new LimitedMemoryBfgs(REMEMBERED), steps);
  }

  /**
   * η of a spec.
   *
   * @param perEpoch steps of an epoch
   */
  public static LearningRate rate(TrainingSpec spec, int perEpoch) {
    TrainingSpec.Schedule schedule = spec.schedule();
    long warmUp = Math.round(schedule.warmup() * perEpoch);
    long steps = Math.max(1, (long) spec.epochs() * perEpoch - warmUp);
    double first = spec.learningRate();
    LearningRate rate =
        switch (schedule.decay()) {
          case CONSTANT -> LearningRate.constant(first);
          case COSINE -> LearningRate.cosine(first, schedule.finalRate(), steps);
          case EXPONENTIAL -> LearningRate.exponential(first, schedule.finalRate() / first, steps);
        };
    return warmUp == 0 ? rate : rate.withWarmUp(warmUp);
  }
}
