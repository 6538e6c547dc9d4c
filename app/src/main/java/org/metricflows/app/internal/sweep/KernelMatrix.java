package org.metricflows.app.internal.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.internal.spec.Measure;
import org.metricflows.numeric.internal.batch.SymmetricIndex;

/**
 * A metric-NTK over a few points: rows and columns over (point, component), the component running
 * fastest.
 *
 * @param entries the matrix, missing where the run has none
 * @param components how many independent components the metric has, d(d+1)/2
 */
record KernelMatrix(JsonNode entries, int components) {

  /** That of a run at its end, or at its start if the measure has a time. */
  static KernelMatrix at(RunRecords run, Measure measure) {
    String when = measure.time().isPresent() ? "at_start" : "at_end";
    int d = run.result().at("/spec/chart/coordinates").size();
    return new KernelMatrix(
        run.result().path("metric_ntk").path(when), new SymmetricIndex(d).size());
  }

  private double entry(int row, int column) {
    return entries.get(row).get(column).asDouble();
  }

  /** ‖Θ − Θ_ref‖/‖Θ_ref‖ in the Frobenius norm; none where one is missing or of another size. */
  OptionalDouble distance(KernelMatrix reference) {
    if (entries.isEmpty() || entries.size() != reference.entries.size()) {
      return OptionalDouble.empty();
    }
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < entries.size(); j++) {
        difference += Math.pow(entry(i, j) - reference.entry(i, j), 2);
        norm += Math.pow(reference.entry(i, j), 2);
      }
    }
    return OptionalDouble.of(Math.sqrt(difference / norm));
  }

  /** The norm of the blocks c ≠ c' relative to that of the blocks c = c'; none where missing. */
  OptionalDouble mixing() {
    if (entries.isEmpty() || components == 0) {
      return OptionalDouble.empty();
    }
    double mixed = 0;
    double unmixed = 0;
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < entries.size(); j++) {
        double square = Math.pow(entry(i, j), 2);
        if (i % components == j % components) {
          unmixed += square;
        } else {
          mixed += square;
        }
      }
    }
    return OptionalDouble.of(Math.sqrt(mixed / unmixed));
  }
}
