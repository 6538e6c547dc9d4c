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
  private static final List<String> KEYS =
      List.of(
          "method",
          "epochs",
          "batch",
          "learning_rate",
          "schedule",
          "finish",
          "early_stopping",
          "record",
          "seed");
  private static final int MAX_EPOCHS = 1_000_000;
  private static final int MAX_BATCH = 1_000_000;
  private static final int DEFAULT_BATCH = 64;
  private static final double DEFAULT_RATE = 1e-3;
  private static final String POSITIVE = "a positive number";

  private TrainingReader() {}

  static TrainingSpec read(Value section) {
    Fields fields = section.fields(KEYS);
    Method method =
        fields.get("method", Method.ADAM, v -> v.choice(Named.byLabel(Method.values())));
    if (method == Method.LBFGS) {
      String why = "has no meaning beside method 'lbfgs'";
      List.of("batch", "learning_rate", "schedule", "finish", "seed")
          .forEach(key -> fields.refuse(key, why));
    }
    double rate = fields.get("learning_rate", DEFAULT_RATE, v -> v.number(POSITIVE, x -> x > 0));
    int epochs = fields.get("epochs").integer(1, MAX_EPOCHS);
    return new TrainingSpec(
        method,
        epochs,
        fields.get("batch", DEFAULT_BATCH, v -> v.integer(1, MAX_BATCH)),
        rate,
        fields.get(
            "schedule", new Schedule(Decay.CONSTANT, rate, 0), v -> schedule(v, rate, epochs)),
        fields.find("finish").map(TrainingReader::finish),
        fields.get("early_stopping", 0, TrainingReader::patience),
        fields.get("record", 1, v -> v.integer(1, MAX_EPOCHS)),
        fields.get("seed", 1L, v -> v.integer(0, Long.MAX_VALUE)));
  }

  private static Schedule schedule(Value value, double rate, int epochs) {
    if (value.isScalar()) {
      Decay decay = value.choice(Named.byLabel(Decay.values()));
      return new Schedule(decay, defaultFinalRate(decay, rate), 0);
    }
    Fields fields = value.fields(List.of("decay", "final_rate", "warmup"));
    Decay decay = fields.get("decay").choice(Named.byLabel(Decay.values()));
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
    Fields fields = value.fields(List.of("method", "iterations"));
    fields.get("method").choice(Map.of("lbfgs", Method.LBFGS));
    return new Finish(fields.get("iterations").integer(1, MAX_EPOCHS));
  }

  private static int patience(Value value) {
    return value.fields(List.of("patience")).get("patience").integer(1, MAX_EPOCHS);
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
