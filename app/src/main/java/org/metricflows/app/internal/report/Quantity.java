package org.metricflows.app.internal.report;

import java.util.Collection;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * What a name in a record stands for.
 *
 * @param name under which records carry it
 * @param formula what it is, empty for one that the vocabulary does not know
 * @param unit in ℓ, t and L; 1 for none
 * @param index what the last index of its values counts, empty for numbers
 */
record Quantity(String name, String formula, String unit, String index) {

  /** From the vocabulary; a user's own observable has its name alone. */
  static Quantity named(String name) {
    return known(name)
        .map(o -> new Quantity(name, o.formula(), o.unit(), index(o)))
        .orElse(new Quantity(name, "", "1", ""));
  }

  private static String index(Observable observable) {
    return observable.places().stream()
        .map(place -> observable.at(place).shape().indices())
        .filter(indices -> !indices.isEmpty())
        .findFirst()
        .map(indices -> indices.get(indices.size() - 1))
        .orElse("");
  }

  /** What to call one of the numbers of a value: 12 of a matrix's components, else which it is. */
  String item(int number, int of) {
    return index.equals("component") ? Components.label(number, of) : String.valueOf(number + 1);
  }

  private static Optional<Observable> known(String name) {
    return Vocabulary.named(name).stream()
        .filter(observable -> observable.name().equals(name))
        .findFirst();
  }

  /** Whether it is a former name of another that is told as well, and is the one to show. */
  static boolean isFormer(String name, Collection<String> told) {
    return Vocabulary.named(name).stream()
        .anyMatch(o -> !o.name().equals(name) && told.contains(o.name()));
  }

  /** Name and unit, as an axis is labelled. */
  String label() {
    return unit.equals("1") ? name : name + "  [" + unit + "]";
  }

  boolean hasUnit() {
    return !unit.equals("1");
  }

  /** What it is, as a caption says it. */
  Html caption() {
    return formula.isEmpty()
        ? Html.of("code", name)
        : Html.joined(Html.of("code", name), Html.text(": " + formula));
  }
}
