package org.metricflows.bridge.internal.run;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.spec.SolveSpec;
import org.metricflows.bridge.internal.spec.TrainingSpec;
import org.metricflows.numeric.internal.gradient.Descent;
import org.metricflows.numeric.internal.gradient.PenalisedDescent;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Adam;
import org.metricflows.numeric.internal.training.AdamPhase;
import org.metricflows.numeric.internal.training.LbfgsPhase;
import org.metricflows.numeric.internal.training.LearningRate;
import org.metricflows.numeric.internal.training.LimitedMemoryBfgs;
import org.metricflows.numeric.internal.training.MiniBatches;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.training.Phase;
import org.metricflows.numeric.internal.training.Training;
import org.metricflows.numeric.internal.training.Training.EarlyStopping;

/** A training by the methods that a spec asks for. */
public final class SpecTraining {

  private static final int REMEMBERED = 20;

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
        spec.method() == TrainingSpec.Method.ADAM
            ? adam(spec, objective, training)
            : lbfgs(objective, training, spec.epochs()));
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

  private static Phase adam(TrainingSpec spec, Objective objective, Batch training) {
    MiniBatches batches =
        new MiniBatches(training.count(), Math.min(spec.batch(), training.count()), spec.seed());
    return new AdamPhase(
        objective, batches, Adam.standard(), rate(spec, batches.perEpoch()), spec.epochs());
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
