package org.metricflows.app.internal.sweep;

import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.spec.Measure;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.symbolic.InputException;

/** Finds before anything runs what a spec's runs will not have of the measures asked for. */
final class MeasureCheck {

  private MeasureCheck() {}

  /**
   * Checks measures.
   *
   * @throws InputException naming the measure and what it needs
   */
  static void of(RunSpec spec, boolean hasReference, List<String> measures) {
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = Measure.of(measures.get(i)).orElseThrow();
      Optional<String> problem =
          !hasReference && isDistance(measure)
              ? Optional.of("needs a 'reference': the values of the run to compare with")
              : spec.lacks(measure);
      if (problem.isPresent()) {
        throw InputException.of("measure[" + i + "]", "'" + measure.name() + "' " + problem.get());
      }
    }
  }

  /** Whether any of the measures (without any: all there are) compares with a reference. */
  static boolean needsReference(List<String> measures) {
    return measures.isEmpty()
        || measures.stream().anyMatch(m -> isDistance(Measure.of(m).orElseThrow()));
  }

  private static boolean isDistance(Measure measure) {
    return measure.comparison().map(Measure.Comparison::isDistance).orElse(false);
  }
}
