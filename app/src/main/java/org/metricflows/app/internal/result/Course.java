package org.metricflows.app.internal.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.metricflows.bridge.observable.Observable;

/**
 * How an observable went in the records that have it as a number.
 *
 * @param values of the records, in their order; at least one
 * @param errors standard errors of the same, NaN where the records have none
 */
record Course(List<Double> values, List<Double> errors) {
  private static final double AS_IT_WAS = 1e-6;
  private static final double NOTHING = 1e-12;

  /** None where no record has it. */
  static Optional<Course> of(RunRecords run, Observable observable) {
    List<JsonNode> records =
        StreamSupport.stream(run.result().path("records").spliterator(), false)
            .filter(record -> record.path(observable.name()).isNumber())
            .toList();
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Course(
                numbers(records, observable.name()),
                numbers(records, observable.name() + "_error")));
  }

  private static List<Double> numbers(List<JsonNode> records, String key) {
    return records.stream().map(record -> record.path(key).asDouble(Double.NaN)).toList();
  }

  /** What it was first. */
  Measured first() {
    return new Measured(values.get(0), errors.get(0));
  }

  /** What it was last. */
  Measured last() {
    int end = values.size() - 1;
    return new Measured(values.get(end), errors.get(end));
  }

  /** Whether it is a constant up to rounding and the error of integration. */
  boolean isConstant() {
    return values.size() > 1 && spread() <= Math.max(AS_IT_WAS * size(), NOTHING);
  }

  /** In words: {@code fell from 0.373 ± 0.002 to 0.0101 ± 0.0002}. */
  String words() {
    if (values.size() == 1) {
      return "is " + last();
    }
    if (isConstant()) {
      Measured spread = new Measured(size() < NOTHING ? size() : spread(), 0);
      String value = size() < NOTHING ? "0" : first().toString();
      return "stayed " + value + (spread.value() > 0 ? ", to " + spread : "");
    }
    if (first().value() == 0) {
      return "went from 0 to " + last();
    }
    String verb = last().value() < first().value() ? "fell" : "rose";
    return verb + " from " + first() + " to " + last();
  }

  private double spread() {
    return values.stream().mapToDouble(v -> Math.abs(v - values.get(0))).max().orElse(0);
  }

  private double size() {
    return values.stream().mapToDouble(Math::abs).max().orElse(0);
  }
}
