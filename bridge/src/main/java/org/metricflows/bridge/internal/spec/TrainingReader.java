package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.spec.TrainingSpec.Decay;
import org.metricflows.bridge.internal.spec.TrainingSpec.Finish;
import org.metricflows.bridge.internal.spec.TrainingSpec.Method;
import org.metricflows.bridge.internal.spec.TrainingSpec.Natural;
import org.metricflows.bridge.internal.spec.TrainingSpec.Schedule;

/** Reads the section {@code training}, and writes it. */
final class TrainingReader {
  private static final int MAX_EPOCHS = 1_000_000;
  private static final int MAX_BATCH = 1_000_000;
  private static final double ADAM_RATE = 4e-3;
  private static final double NATURAL_RATE = 1;
  private static final int ADAM_BATCH = 64;
  private static final int NATURAL_BATCH = 2000;
  private static final List<String> NATURAL =
      List.of("steps", "final_batch", "momentum", "damping", "final_damping");
  private static final List<String> LBFGS_LACKS =
      List.of(
          "batch",
          "learning_rate",
          "schedule",
          "finish",
          "seed",
          "steps",
          "final_batch",
          "momentum",
          "damping",
          "final_damping");

  private static final Choice<Method> METHODS = Choice.of(Method.values(), Method::label);
  private static final Choice<Decay> DECAYS = Choice.of(Decay.values(), Decay::label);

  private static final Key<Method> METHOD =
      Key.of(
          "method",
          Kind.choice(METHODS),
          Method.ADAM,
          "`adam`",
          "`adam` on batches; `lbfgs` on all points, a step an epoch; or `natural-gradient`, Gauss and"
              + " Newton's steps on batches with the momentum of SPRING, for a loss that is a sum of"
              + " squares: φ ← μφ + Jᵀ(JJᵀ+λ)⁻¹(r − μJφ), θ ← θ − ηφ");
  private static final Key<Integer> EPOCHS =
      Key.of("epochs", Kind.integer(1, MAX_EPOCHS), "how many; not of `natural-gradient`");
  private static final Key<Integer> STEPS =
      Key.of("steps", Kind.integer(1, MAX_EPOCHS), "of `natural-gradient`, how many");
  private static final Key<Integer> BATCH =
      Key.of(
              "batch",
              Kind.integer(1, MAX_BATCH),
              "points of a batch; what is left over is spread over the batches")
          .without("64; `natural-gradient` 2000");
  private static final Key<Integer> FINAL_BATCH =
      Key.of(
              "final_batch",
              Kind.integer(1, MAX_BATCH),
              "points of the last batch of `natural-gradient`, to which batches grow evenly")
          .without("`batch`");
  private static final Key<Double> MOMENTUM =
      Key.of(
          "momentum",
          Kind.number(
              "a number from 0 to below 1",
              x -> x >= 0 && x < 1,
              Map.of("type", "number", "minimum", 0, "exclusiveMaximum", 1)),
          0.9,
          "0.9",
          "μ of `natural-gradient`");
  private static final Key<Double> DAMPING =
      Key.of(
          "damping",
          Kind.positive(),
          1e-5,
          "1e-5",
          "λ of `natural-gradient`, in units of the mean of JJᵀ's diagonal; less fits a batch more"
              + " closely");
  private static final Key<Double> FINAL_DAMPING =
      Key.of(
              "final_damping",
              Kind.positive(),
              "what λ falls to, by the same factor each step, as batches grow and residuals shrink")
          .without("a tenth of `damping`");
  private static final Key<Double> LEARNING_RATE =
      Key.of("learning_rate", Kind.positive(), "η at first").without("4e-3; `natural-gradient` 1");
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
          EPOCHS.when(training -> training.natural().isEmpty(), TrainingSpec::epochs),
          STEPS.when(training -> training.natural().isPresent(), TrainingSpec::epochs),
          BATCH.when(TrainingReader::isOnBatches, TrainingSpec::batch),
          FINAL_BATCH.perhaps(training -> training.natural().map(Natural::finalBatch)),
          MOMENTUM.perhaps(training -> training.natural().map(Natural::momentum)),
          DAMPING.perhaps(training -> training.natural().map(Natural::damping)),
          FINAL_DAMPING.perhaps(training -> training.natural().map(Natural::finalDamping)),
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
    refuseOthers(fields, method);
    boolean isNatural = method == Method.NATURAL_GRADIENT;
    double rate = fields.find(LEARNING_RATE).orElse(isNatural ? NATURAL_RATE : ADAM_RATE);
    int epochs = fields.get(isNatural ? STEPS : EPOCHS);
    int batch = fields.find(BATCH).orElse(isNatural ? NATURAL_BATCH : ADAM_BATCH);
    return new TrainingSpec(
        method,
        epochs,
        batch,
        rate,
        fields.get(
            "schedule",
            new Schedule(Decay.COSINE, defaultFinalRate(Decay.COSINE, rate), 0),
            v -> schedule(v, rate, epochs)),
        isNatural ? Optional.of(natural(fields, batch)) : Optional.empty(),
        fields.find("finish").map(TrainingReader::finish),
        fields.get("early_stopping", 0, TrainingReader::patience),
        fields.get(RECORD),
        fields.get(SEED));
  }

  private static void refuseOthers(Fields fields, Method method) {
    String why = "has no meaning beside method '" + method.label() + "'";
    List<String> others =
        switch (method) {
          case ADAM -> NATURAL;
          case LBFGS -> LBFGS_LACKS;
          case NATURAL_GRADIENT -> List.of("epochs");
        };
    others.forEach(key -> fields.refuse(key, why));
  }

  private static Natural natural(Fields fields, int batch) {
    double damping = fields.get(DAMPING);
    String range = "a positive number up to " + damping + " (damping)";
    return new Natural(
        fields.get(MOMENTUM),
        damping,
        fields.get("final_damping", damping / 10, v -> v.number(range, x -> x > 0 && x <= damping)),
        fields.get("final_batch", batch, v -> v.integer(batch, MAX_BATCH)));
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
    return training.method() != Method.LBFGS;
  }
}
