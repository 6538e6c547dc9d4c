package org.metricflows.app.internal.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.internal.spec.Measure;

/**
 * Reads measures off the result of one run.
 *
 * @param run its records
 * @param reference those of the run it is compared with
 */
record RunReading(RunRecords run, Optional<RunRecords> reference) {

  /** The value of a measure; none if the run does not have it. */
  OptionalDouble value(Measure measure) {
    if (measure.comparison().isEmpty()) {
      JsonNode number = record(run, measure).path(measure.name());
      return number.isNumber() ? OptionalDouble.of(number.asDouble()) : OptionalDouble.empty();
    }
    return switch (measure.comparison().get()) {
      case METRIC_DISTANCE ->
          reference
              .map(r -> RunRecords.metricDistance(record(run, measure), record(r, measure)))
              .orElse(OptionalDouble.empty());
      case NTK_DISTANCE ->
          reference
              .map(r -> KernelMatrix.at(run, measure).distance(KernelMatrix.at(r, measure)))
              .orElse(OptionalDouble.empty());
      case COMPONENT_MIXING -> KernelMatrix.at(run, measure).mixing();
    };
  }

  private static JsonNode record(RunRecords records, Measure measure) {
    return measure.time().isEmpty()
        ? records.last()
        : records.at(measure.time().getAsDouble()).orElse(MissingNode.getInstance());
  }
}
