package org.metricflows.bridge.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.spec.TrainingSpec.Decay;
import org.metricflows.bridge.spec.TrainingSpec.Finish;
import org.metricflows.bridge.spec.TrainingSpec.Method;
import org.metricflows.bridge.spec.TrainingSpec.Schedule;

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
      Key.of("learning_rate", Kind.positive(), 1e-3, "1e-3", "at first");
  private static final Section SCHEDULE =
      Section.of(
          "schedule",
          Key.of("decay", Kind.choice(DECAYS), "how the rate falls"),
          Key.of("final_rate", Kind.positive(), "what it falls to").without("1/1000 of the first"),
          Key.of("warmup", Kind.notNegative(), "epochs of an even rise before").without("0"));
  private static final Section FINISH =
      Section.of(
          "finish",
          Key.of("method", Kind.value(Map.of("enum", List.of("lbfgs"))), "`lbfgs`"),
          Key.of("iterations", Kind.integer(1, MAX_EPOCHS), "how many"));
  private static final Section EARLY_STOPPING =
      Section.of("early_stopping", Key.of("patience", Kind.integer(1, MAX_EPOCHS), "epochs"));
  private static final Key<Integer> RECORD =
      Key.of("record", Kind.integer(1, MAX_EPOCHS), 1, "1", "epochs from one record to the next");
  private static final Key<Long> SEED =
      Key.of("seed", Kind.seed(), 1L, "1", "of the order of points");

  static final Section SECTION =
      Section.of(
          "training",
          METHOD,
          EPOCHS,
          BATCH,
          LEARNING_RATE,
          Key.of(
                  "schedule",
                  Kind.anyOf(Kind.choice(DECAYS).schema(), SCHEDULE.schema()),
                  "`constant`, `cosine` or `exponential`; or `{decay: cosine, final_rate: 1e-6, warmup:"
                      + " 1}` with epochs of an even rise before it")
              .without("`constant`; to 1/1000"),
          Key.of(
                  "finish",
                  Kind.section(FINISH),
                  "`{method: lbfgs, iterations: 50}` after the epochs, counted as epochs")
              .without("none"),
          Key.of(
                  "early_stopping",
                  Kind.section(EARLY_STOPPING),
                  "`{patience: 10}`: ends with the best parameters when the loss at held-out points has"
                      + " not fallen for so many epochs")
              .without("none"),
          RECORD,
          SEED);

  private TrainingReader() {}

  static TrainingSpec read(Value section) {
    Fields fields = SECTION.in(section);
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
            "schedule", new Schedule(Decay.CONSTANT, rate, 0), v -> schedule(v, rate, epochs)),
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
    Decay decay = DECAYS.read(fields.get("decay"));
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
    return new Finish(fields.get("iterations").integer(1, MAX_EPOCHS));
  }

  private static int patience(Value value) {
    return EARLY_STOPPING.in(value).get("patience").integer(1, MAX_EPOCHS);
  }

  static Map<String, Object> tree(TrainingSpec training) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("method", training.method().label());
    tree.put("epochs", training.epochs());
    if (training.method() == Method.ADAM) {
      tree.put("batch", training.batch());
      tree.put("learning_rate", training.learningRate());
      tree.put("schedule", schedule(training.schedule()));
      training
          .finish()
          .ifPresent(
              finish -> {
                Map<String, Object> last = new LinkedHashMap<>();
                last.put("method", Method.LBFGS.label());
                last.put("iterations", finish.iterations());
                tree.put("finish", last);
              });
    }
    if (training.patience() > 0) {
      tree.put("early_stopping", Map.of("patience", training.patience()));
    }
    tree.put("record", training.record());
    if (training.method() == Method.ADAM) {
      tree.put("seed", training.seed());
    }
    return tree;
  }

  private static Map<String, Object> schedule(Schedule schedule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("decay", schedule.decay().label());
    if (schedule.decay() != Decay.CONSTANT) {
      tree.put("final_rate", schedule.finalRate());
    }
    tree.put("warmup", schedule.warmup());
    return tree;
  }
}
