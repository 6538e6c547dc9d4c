package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;
import org.metricflows.numeric.internal.flow.Outcome;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Training.EarlyStopping;

class TrainingTest {
  private static final int POINTS = 40;

  /**
   * The mean over points p of Σ_i (1 + i)(θ_i − sin(p + i))²/2, whose minimum is a mean of sines.
   */
  private static final class Parabolas implements Objective {
    @Override
    public int parameters() {
      return 3;
    }

    @Override
    public double lossGradient(double[] theta, Batch batch, double[] gradient) {
      Arrays.fill(gradient, 0);
      double sum = 0;
      for (int k = 0; k < batch.count(); k++) {
        int p = batch.points()[batch.from() + k];
        for (int i = 0; i < 3; i++) {
          double distance = theta[i] - Math.sin(p + i);
          gradient[i] += (1 + i) * distance / batch.count();
          sum += (1 + i) * distance * distance / (2 * batch.count());
        }
      }
      return sum;
    }

    @Override
    public double loss(double[] theta, Batch batch) {
      return lossGradient(theta, batch, new double[3]);
    }
  }

  private static AdamPhase adam(int epochs) {
    MiniBatches batches = new MiniBatches(POINTS, 7, 3);
    LearningRate rate = LearningRate.cosine(0.1, 1e-4, (long) epochs * batches.perEpoch());
    return new AdamPhase(new Parabolas(), batches, Adam.standard(), rate, epochs);
  }

  private static LbfgsPhase lbfgs(int epochs) {
    return new LbfgsPhase(new Parabolas(), Batch.first(POINTS), new LimitedMemoryBfgs(5), epochs);
  }

  private static NaturalGradientPhase natural(int steps) {
    NaturalGradientTest.Rows rows = NaturalGradientTest.Rows.of(POINTS, 3, 0.5);
    return new NaturalGradientPhase(
        rows,
        new GrowingBatches(POINTS, 2, 6, steps, 5),
        0.8,
        LearningRate.exponential(1e-3, 0.1, steps),
        LearningRate.cosine(0.5, 1e-2, steps),
        steps);
  }

  private static Training training(EarlyStopping stopping, Phase... phases) {
    return new Training(new double[] {3, -2, 1}, List.of(phases), 4, stopping);
  }

  /** Keeps everything. */
  private static final class Log implements FlowListener {
    final List<FlowRecord> records = new ArrayList<>();
    final List<FlowCheckpoint> checkpoints = new ArrayList<>();

    @Override
    public void recorded(FlowRecord record) {
      records.add(record);
    }

    @Override
    public void legEnded(FlowCheckpoint checkpoint) {
      checkpoints.add(checkpoint);
    }

    List<Double> epochs() {
      return records.stream().map(FlowRecord::time).toList();
    }
  }

  /** L-BFGS solves a quadratic of three dimensions in a few steps, to the gradient's rounding. */
  @Test
  void phasesFollowEachOtherToTheMinimum() {
    FlowResult result = training(EarlyStopping.never(), adam(20), lbfgs(12)).run(new Log());
    for (int i = 0; i < 3; i++) {
      double mean = 0;
      for (int p = 0; p < POINTS; p++) {
        mean += Math.sin(p + i) / POINTS;
      }
      assertThat(result.state()[i]).isCloseTo(mean, within(1e-9));
    }
    assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
  }

  @Test
  void everyCheckpointLeadsToTheSameBits() {
    Training training =
        training(new EarlyStopping(50, x -> x[0] * x[0]), adam(9), natural(7), lbfgs(6));
    Log whole = new Log();
    FlowResult result = training.run(whole);
    assertThat(whole.checkpoints).hasSizeGreaterThan(8);
    for (FlowCheckpoint checkpoint : whole.checkpoints) {
      Log rest = new Log();
      FlowResult resumed = training.resume(checkpoint, rest);
      assertThat(resumed.state()).containsExactly(result.state());
      assertThat(resumed.evaluations()).isEqualTo(result.evaluations());
      assertThat(resumed.outcome()).isEqualTo(result.outcome());
      List<Double> later = whole.epochs().subList(checkpoint.recorded(), whole.records.size());
      assertThat(rest.epochs()).isEqualTo(later);
    }
  }

  @Test
  void recordsAreAsOftenAsAskedWithTheStartAndTheEnd() {
    Log log = new Log();
    Training training = training(EarlyStopping.never(), adam(10));
    training.run(log);
    assertThat(log.epochs()).containsExactly(0.0, 4.0, 8.0, 10.0);
    assertThat(training.loss(log.records.get(0).state())).isNaN();
    assertThat(training.loss(log.records.get(3).state())).isBetween(0.0, 2.0);
  }

  /** A validation that rises from the fourth epoch on. */
  @Test
  void earlyStoppingKeepsTheBestParameters() {
    int[] calls = {0};
    List<double[]> seen = new ArrayList<>();
    EarlyStopping stopping =
        new EarlyStopping(
            3,
            theta -> {
              seen.add(theta.clone());
              return Math.abs(calls[0]++ - 3.2);
            });
    FlowResult result = training(stopping, adam(30)).run(new Log());
    assertThat(result.outcome()).isEqualTo(new Outcome.Completed(6));
    assertThat(result.state()).containsExactly(seen.get(3));
  }

  @Test
  void aLossThatIsNoNumberStopsAtTheLastGoodParameters() {
    Phase broken =
        new Phase() {
          @Override
          public int epochs() {
            return 5;
          }

          @Override
          public double[] memory() {
            return new double[0];
          }

          @Override
          public Epoch run(int epoch, double[] theta, double[] memory) {
            double loss = epoch == 2 ? Double.NaN : 1;
            return new Epoch(new double[] {epoch, epoch, epoch}, memory, loss, 1, false);
          }
        };
    FlowResult result = training(EarlyStopping.never(), broken).run(new Log());
    assertThat(result.outcome())
        .isEqualTo(new Outcome.Stopped(2, "the loss is no longer a finite number"));
    assertThat(result.state()).containsExactly(1, 1, 1);
  }

  @Test
  void checkpointsOfOtherTrainingsAreRefused() {
    Log log = new Log();
    training(EarlyStopping.never(), adam(5)).run(log);
    FlowCheckpoint checkpoint = log.checkpoints.get(2);
    assertThatThrownBy(
            () -> training(EarlyStopping.never(), lbfgs(5)).resume(checkpoint, new Log()))
        .hasMessage("checkpoint: it is of another training");
    assertThatThrownBy(() -> training(EarlyStopping.never(), adam(3)).resume(checkpoint, new Log()))
        .hasMessage("checkpoint: epoch 3.0 of 3");
  }
}
