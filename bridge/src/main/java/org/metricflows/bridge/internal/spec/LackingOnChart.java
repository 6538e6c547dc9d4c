package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.Suggestion;

/**
 * Finds before a run what it will lack of a measure on a chart.
 *
 * @param spec the run's
 */
record LackingOnChart(Spec spec) {

  Optional<String> of(Measure measure) {
    Optional<Measure.Comparison> comparison = measure.comparison();
    if (comparison.isEmpty()) {
      return entry(measure).or(() -> time(measure));
    }
    return comparison.get().isOfKernel() ? kernel(measure) : points().or(() -> time(measure));
  }

  private Optional<String> kernel(Measure measure) {
    if (spec.has("flow") && !spec.flow().dynamics().needs("network")) {
      return Optional.of("needs flow.kernel 'network': a local kernel has no metric-NTK");
    }
    if (!spec.observes(Vocabulary.NTK_DRIFT)) {
      return Optional.of("needs 'metric_ntk' in 'observe'");
    }
    return measure.time().orElse(0) == 0
        ? Optional.empty()
        : Optional.of("is known at the start, '" + measure.name() + "@0', and at the end alone");
  }

  private Optional<String> points() {
    return spec.testPoints().rows() == 0 && spec.sample() instanceof SampleSpec.Grid
        ? Optional.of("needs 'test_points': records do not carry the metric on a grid")
        : Optional.empty();
  }

  private Optional<String> time(Measure measure) {
    if (measure.time().isEmpty() || !spec.has("flow")) {
      return Optional.empty();
    }
    List<Double> times = spec.flow().record();
    return times.contains(measure.time().getAsDouble())
        ? Optional.empty()
        : Optional.of("is asked for at a time that is not in flow.record " + times);
  }

  private Optional<String> entry(Measure measure) {
    List<String> carried = carried();
    if (carried.contains(measure.name())) {
      return Optional.empty();
    }
    for (Map.Entry<String, Observable> known : Observed.ON_CHARTS.known().entrySet()) {
      if (known.getValue().name().equals(measure.name())) {
        return Optional.of("needs '" + known.getKey() + "' in 'observe'");
      }
    }
    for (Measure.Comparison compared : Measure.Comparison.values()) {
      carried.add(compared.label());
    }
    return Optional.of("is not what records carry; " + Suggestion.ending(measure.name(), carried));
  }

  private List<String> carried() {
    List<String> carried = new ArrayList<>();
    if (!spec.has("flow") || spec.flow().dynamics().needs("loss")) {
      carried.add(Vocabulary.LOSS.name());
    }
    if (spec.has("training") || spec.setting().solve().isPresent()) {
      carried.add(Vocabulary.CPU_SECONDS.name());
    }
    if (spec.has("flow") && spec.flow().dynamics().descent() == Dynamics.Descent.NATURAL) {
      carried.add(Vocabulary.PROJECTION_DEFECT.name());
      carried.add(Vocabulary.EFFECTIVE_RANK.name());
    }
    spec.observe().forEach(o -> carried.add(o.name()));
    return carried;
  }
}
