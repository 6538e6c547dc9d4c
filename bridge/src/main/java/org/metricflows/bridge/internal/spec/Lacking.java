package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Shape;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.symbolic.Suggestion;

/** Finds before a run what its records will lack of a measure, by the vocabulary of its space. */
final class Lacking {

  private Lacking() {}

  static Optional<String> of(RunSpec spec, Measure measure) {
    if (measure.comparison().isPresent()) {
      return Optional.of("compares metrics at points, which records of a chart alone carry");
    }
    Place place = spec.place();
    List<Observable> numbers =
        Vocabulary.all().stream()
            .filter(o -> o.places().contains(place))
            .filter(o -> o.at(place).shape().equals(Shape.NUMBER))
            .toList();
    Optional<Observable> named =
        numbers.stream()
            .filter(
                o ->
                    o.name().equals(measure.name())
                        || o.at(place).former().equals(Optional.of(measure.name())))
            .findFirst();
    if (named.isEmpty()) {
      List<String> names = numbers.stream().map(Observable::name).toList();
      return Optional.of("is not what records carry; " + Suggestion.ending(measure.name(), names));
    }
    boolean asked = spec.observe().contains(named.get());
    boolean onDemand = place == Place.VARIETY && Observed.ON_VARIETIES.knows(named.get());
    return onDemand && !asked
        ? Optional.of("needs '" + named.get().name() + "' in 'observe'")
        : Optional.empty();
  }
}
