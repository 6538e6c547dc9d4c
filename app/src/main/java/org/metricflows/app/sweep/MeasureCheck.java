package org.metricflows.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.spec.Dynamics;
import org.metricflows.bridge.spec.Measure;
import org.metricflows.bridge.spec.Observable;
import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.bridge.spec.SampleSpec;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.Suggestion;

/** Finds before anything runs what a spec's runs will not have of the measures asked for. */
final class MeasureCheck {
  private final Spec spec;
  private final boolean hasReference;

  private MeasureCheck(Spec spec, boolean hasReference) {
    this.spec = spec;
    this.hasReference = hasReference;
  }

  /**
   * Checks the measures of a spec with a chart; what records of other kinds carry is not known
   * beforehand.
   *
   * @throws InputException naming the measure and what it needs
   */
  static void of(RunSpec spec, boolean hasReference, List<String> measures) {
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = Measure.of(measures.get(i)).orElseThrow();
      Optional<String> problem =
          !hasReference && isDistance(measure)
              ? Optional.of("needs a 'reference': the values of the run to compare with")
              : spec instanceof Spec chart
                  ? new MeasureCheck(chart, hasReference).problem(measure)
                  : Optional.empty();
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

  private Optional<String> problem(Measure measure) {
    Optional<Measure.Comparison> comparison = measure.comparison();
    if (comparison.isEmpty()) {
      return entryProblem(measure).or(() -> timeProblem(measure));
    }
    return comparison.get().isOfKernel()
        ? kernelProblem(measure)
        : pointsProblem().or(() -> timeProblem(measure));
  }

  private Optional<String> kernelProblem(Measure measure) {
    if (!(spec.flow().dynamics() instanceof Dynamics.Network)) {
      return Optional.of("needs flow.kernel 'network': a local kernel has no metric-NTK");
    }
    if (!spec.observes(Observable.METRIC_NTK)) {
      return Optional.of("needs 'metric_ntk' in 'observe'");
    }
    return measure.time().orElse(0) == 0
        ? Optional.empty()
        : Optional.of("is known at the start, '" + measure.name() + "@0', and at the end alone");
  }

  private Optional<String> pointsProblem() {
    return spec.testPoints().rows() == 0 && spec.sample() instanceof SampleSpec.Grid
        ? Optional.of("needs 'test_points': records do not carry the metric on a grid")
        : Optional.empty();
  }

  private Optional<String> timeProblem(Measure measure) {
    return measure.time().isEmpty() || spec.flow().record().contains(measure.time().getAsDouble())
        ? Optional.empty()
        : Optional.of("is asked for at a time that is not in flow.record " + spec.flow().record());
  }

  private Optional<String> entryProblem(Measure measure) {
    List<String> carried = new ArrayList<>();
    if (spec.flow().dynamics().needs("loss")) {
      carried.add("loss");
    }
    spec.observe().forEach(o -> carried.add(key(o)));
    if (carried.contains(measure.name())) {
      return Optional.empty();
    }
    for (Observable observable : Observable.values()) {
      if (key(observable).equals(measure.name())) {
        return Optional.of("needs '" + observable.label() + "' in 'observe'");
      }
    }
    for (Measure.Comparison comparison : Measure.Comparison.values()) {
      if (hasReference || !comparison.isDistance()) {
        carried.add(comparison.label());
      }
    }
    return Optional.of("is not what records carry; " + Suggestion.ending(measure.name(), carried));
  }

  private static String key(Observable observable) {
    return observable == Observable.METRIC_NTK ? "ntk_drift" : observable.label();
  }
}
