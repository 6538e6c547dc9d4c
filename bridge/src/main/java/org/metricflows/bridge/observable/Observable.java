package org.metricflows.bridge.observable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A quantity of a flow's state: what its name means, wherever it is measured.
 *
 * <p>Two observables are equal if their names are. Units count the length ℓ in which g measures, so
 * that g_ij of coordinates without a unit has ℓ²; L is the loss's unit, t that of time, ℓ² along
 * Ricci flow.
 */
public final class Observable {

  /**
   * An observable at a place.
   *
   * @param place where it is defined
   * @param shape of its values there
   * @param former the name that records had for it there, under which they still carry it
   */
  public record Definition(Place place, Shape shape, Optional<String> former) {}

  private final String name;
  private final String formula;
  private final String unit;
  private final List<Definition> definitions;

  private Observable(String name, String formula, String unit, List<Definition> definitions) {
    this.name = name;
    this.formula = formula;
    this.unit = unit;
    this.definitions = List.copyOf(definitions);
  }

  /**
   * An observable of one's own, defined nowhere yet.
   *
   * @param name under which records carry it
   * @param formula what it is, a line of text
   * @param unit in ℓ, t and L; {@code 1} for none
   */
  public static Observable of(String name, String formula, String unit) {
    return new Observable(name, formula, unit, List.of());
  }

  /** The same, defined at one more place. */
  public Observable in(Place place, Shape shape) {
    return in(new Definition(place, shape, Optional.empty()));
  }

  /** The same, with the name that records had for it there. */
  Observable in(Place place, Shape shape, String former) {
    return in(new Definition(place, shape, Optional.of(former)));
  }

  private Observable in(Definition definition) {
    List<Definition> more = new ArrayList<>(definitions);
    more.add(definition);
    return new Observable(name, formula, unit, more);
  }

  /** A line of a table in Markdown: name, formula, unit, and shapes with places. */
  String row() {
    return Stream.of("`" + name + "`", formula, unit, where())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Shapes and places, such as {@code number: chart, lie_algebra}. */
  public String where() {
    return definitions.stream()
        .collect(
            Collectors.groupingBy(
                d -> d.shape().toString(),
                LinkedHashMap::new,
                Collectors.mapping(
                    d ->
                        d.place().label()
                            + d.former().map(f -> " (also as `" + f + "`)").orElse(""),
                    Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  /** The key under which records carry it. */
  public String name() {
    return name;
  }

  /** What it is, a line of text. */
  public String formula() {
    return formula;
  }

  /** In ℓ, t and L; {@code 1} for none. */
  public String unit() {
    return unit;
  }

  /** Where it is defined. */
  public Set<Place> places() {
    Set<Place> places = EnumSet.noneOf(Place.class);
    definitions.forEach(d -> places.add(d.place()));
    return places;
  }

  /**
   * What it is at a place.
   *
   * @throws IllegalArgumentException if it is not defined there
   */
  public Definition at(Place place) {
    return definitions.stream()
        .filter(d -> d.place() == place)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not defined on a " + place.label()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Observable that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
