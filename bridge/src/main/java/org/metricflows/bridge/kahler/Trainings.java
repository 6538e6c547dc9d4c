package org.metricflows.bridge.kahler;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.spec.TrainingSpec;
import org.metricflows.numeric.training.Adam;
import org.metricflows.numeric.training.AdamPhase;
import org.metricflows.numeric.training.LbfgsPhase;
import org.metricflows.numeric.training.LearningRate;
import org.metricflows.numeric.training.LimitedMemoryBfgs;
import org.metricflows.numeric.training.MiniBatches;
import org.metricflows.numeric.training.Phase;
import org.metricflows.numeric.training.Training;
import org.metricflows.numeric.training.Training.EarlyStopping;

/** The training of a spec. */
final class Trainings {

  private static final int REMEMBERED = 20;

  private Trainings() {}

  static Training of(TrainingSpec spec, KahlerPotential potential) {
    List<Phase> phases = new ArrayList<>();
    phases.add(
        spec.method() == TrainingSpec.Method.ADAM
            ? adam(spec, potential)
            : lbfgs(potential, spec.epochs()));
    spec.finish().ifPresent(finish -> phases.add(lbfgs(potential, finish.iterations())));
    return new Training(potential.start(), phases, spec.record(), stopping(spec, potential));
  }

  private static Phase adam(TrainingSpec spec, KahlerPotential potential) {
    MiniBatches batches = new MiniBatches(potential.training().count(), spec.batch(), spec.seed());
    return new AdamPhase(
        potential.objective(),
        batches,
        Adam.standard(),
        rate(spec, batches.perEpoch()),
        spec.epochs());
  }

  private static Phase lbfgs(KahlerPotential potential, int steps) {
    LimitedMemoryBfgs method = new LimitedMemoryBfgs(REMEMBERED);
    return new LbfgsPhase(potential.objective(), potential.training(), method, steps);
  }

  private static EarlyStopping stopping(TrainingSpec spec, KahlerPotential potential) {
    return spec.patience() == 0
        ? EarlyStopping.never()
        : new EarlyStopping(
            spec.patience(), theta -> potential.objective().loss(theta, potential.heldOut()));
  }

  /**
   * η of a spec.
   *
   * @param perEpoch steps of an epoch
   */
  static LearningRate rate(TrainingSpec spec, int perEpoch) {
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
