package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.spec.TrainingSpec.Decay;
import org.metricflows.bridge.internal.spec.TrainingSpec.Finish;
import org.metricflows.bridge.internal.spec.TrainingSpec.Method;
import org.metricflows.bridge.internal.spec.TrainingSpec.Schedule;

/** Reads the section {@code training}, and writes it. */
final class TrainingReader {
  private static final int MAX_EPOCHS = 1_000_000;
  private static final int MAX_BATCH = 1_000_000;

  private static final Choice<Method> METHODS = Choice.of(Method.values(), Method::label);
  private static final Choice<Decay> DECAYS = Choice.of(Decay.values(), Decay::label);

  private static final Key<Method> METHOD =
      Key.of(
          "method",
          Kind.choice(METHODS),
          Method.ADAM,
          "`adam`",
          "`adam` on batches, or `lbfgs` on all points, a step an epoch");
  private static final Key<Integer> EPOCHS =
      Key.of("epochs", Kind.integer(1, MAX_EPOCHS), "how many");
  private static final Key<Integer> BATCH =
      Key.of(
          "batch",
          Kind.integer(1, MAX_BATCH),
          64,
          "64",
          "points of a batch; what is left over is spread over the batches");
  private static final Key<Double> LEARNING_RATE =
      Key.of("learning_rate", Kind.positive(), 4e-3, "4e-3", "at first");
  private static final Key<Decay> DECAY =
      Key.of("decay", Kind.choice(DECAYS), "how the rate falls");
  private static final Codec<Schedule> SCHEDULE =
      Codec.of(
          "schedule",
          DECAY.of(Schedule::decay),
          Key.of("final_rate", Kind.positive(), "what it falls to")
              .without("1/1000 of the first")
              .when(schedule -> schedule.decay() != Decay.CONSTANT, Schedule::finalRate),
          Key.of("warmup", Kind.notNegative(), "epochs of an even rise before")
              .without("0")
              .of(Schedule::warmup));
  private static final Key<Integer> ITERATIONS =
      Key.of("iterations", Kind.integer(1, MAX_EPOCHS), "how many");
  private static final Codec<Finish> FINISH =
      Codec.of(
          "finish",
          Key.of("method", Kind.value(Map.of("enum", List.of("lbfgs"))), "`lbfgs`")
              .as(finish -> Method.LBFGS.label()),
          ITERATIONS.of(Finish::iterations));
  private static final Key<Integer> PATIENCE =
      Key.of("patience", Kind.integer(1, MAX_EPOCHS), "epochs");
  private static final Codec<TrainingSpec> EARLY_STOPPING =
      Codec.of("early_stopping", PATIENCE.of(TrainingSpec::patience));
  private static final Key<Integer> RECORD =
      Key.of("record", Kind.integer(1, MAX_EPOCHS), 1, "1", "epochs from one record to the next");
  private static final Key<Long> SEED =
      Key.of("seed", Kind.seed(), 1L, "1", "of the order of points");

  static final Codec<TrainingSpec> CODEC =
      Codec.of(
          "training",
          METHOD.of(TrainingSpec::method),
          EPOCHS.of(TrainingSpec::epochs),
          BATCH.when(TrainingReader::isOnBatches, TrainingSpec::batch),
          LEARNING_RATE.when(TrainingReader::isOnBatches, TrainingSpec::learningRate),
          Key.of(
                  "schedule",
                  Kind.anyOf(Kind.choice(DECAYS).schema(), SCHEDULE.section().schema()),
                  "`constant`, `cosine` or `exponential`; or `{decay: cosine, final_rate: 1e-6, warmup:"
                      + " 1}` with epochs of an even rise before it")
              .without("`cosine`; to 1/1000")
              .when(TrainingReader::isOnBatches, training -> SCHEDULE.write(training.schedule())),
          Key.of(
                  "finish",
                  Kind.section(FINISH.section()),
                  "`{method: lbfgs, iterations: 50}` after the epochs, counted as epochs")
              .without("none")
              .perhaps(training -> training.finish().map(FINISH::write)),
          Key.of(
                  "early_stopping",
                  Kind.section(EARLY_STOPPING.section()),
                  "`{patience: 10}`: ends with the best parameters when the loss at held-out points has"
                      + " not fallen for so many epochs")
              .without("none")
              .when(training -> training.patience() > 0, EARLY_STOPPING::write),
          RECORD.of(TrainingSpec::record),
          SEED.when(TrainingReader::isOnBatches, TrainingSpec::seed));

  private TrainingReader() {}

  static TrainingSpec read(Value section) {
    Fields fields = CODEC.in(section);
    Method method = fields.get(METHOD);
    if (method == Method.LBFGS) {
      String why = "has no meaning beside method 'lbfgs'";
      List.of("batch", "learning_rate", "schedule", "finish", "seed")
          .forEach(key -> fields.refuse(key, why));
    }
    double rate = fields.get(LEARNING_RATE);
    int epochs = fields.get(EPOCHS);
    return new TrainingSpec(
        method,
        epochs,
        fields.get(BATCH),
        rate,
        fields.get(
            "schedule",
            new Schedule(Decay.COSINE, defaultFinalRate(Decay.COSINE, rate), 0),
            v -> schedule(v, rate, epochs)),
        fields.find("finish").map(TrainingReader::finish),
        fields.get("early_stopping", 0, TrainingReader::patience),
        fields.get(RECORD),
        fields.get(SEED));
  }

  private static Schedule schedule(Value value, double rate, int epochs) {
    if (value.isScalar()) {
      Decay decay = DECAYS.read(value);
      return new Schedule(decay, defaultFinalRate(decay, rate), 0);
    }
    Fields fields = SCHEDULE.in(value);
    Decay decay = fields.get(DECAY);
    if (decay == Decay.CONSTANT) {
      fields.refuse("final_rate", "has no meaning beside decay 'constant'");
    }
    String range = "a positive number up to " + rate + " (learning_rate)";
    return new Schedule(
        decay,
        fields.get(
            "final_rate",
            defaultFinalRate(decay, rate),
            v -> v.number(range, x -> x > 0 && x <= rate)),
        fields.get(
            "warmup",
            0.0,
            v -> v.number("a number of epochs from 0 to " + epochs, x -> x >= 0 && x <= epochs)));
  }

  /** A thousandth, where it falls. */
  private static double defaultFinalRate(Decay decay, double rate) {
    return decay == Decay.CONSTANT ? rate : rate / 1000;
  }

  private static Finish finish(Value value) {
    Fields fields = FINISH.in(value);
    fields.get("method").choice(Map.of("lbfgs", Method.LBFGS));
    return new Finish(fields.get(ITERATIONS));
  }

  private static int patience(Value value) {
    return EARLY_STOPPING.in(value).get(PATIENCE);
  }

  private static boolean isOnBatches(TrainingSpec training) {
    return training.method() == Method.ADAM;
  }
}
