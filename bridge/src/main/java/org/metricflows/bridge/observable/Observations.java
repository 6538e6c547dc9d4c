package org.metricflows.bridge.observable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How observables are read off states, in the order in which records carry them.
 *
 * <p>Immutable; each method gives observations that differ in one thing.
 *
 * @param <S> what is observed
 */
public final class Observations<S> {

  private final Place place;
  private final List<Part<? super S>> parts;

  /** A few observables, read together. */
  private interface Part<S> {
    Stream<Observable> observables();

    void put(S state, Map<String, Object> record);
  }

  private Observations(Place place, List<Part<? super S>> parts) {
    this.place = place;
    this.parts = List.copyOf(parts);
  }

  /** None yet. */
  public static <S> Observations<S> at(Place place) {
    return new Observations<>(place, List.of());
  }

  /**
   * The same and one more.
   *
   * @param value of the observable's shape here
   * @throws IllegalArgumentException if the observable is not defined here
   */
  public Observations<S> with(Observable observable, Function<? super S, ?> value) {
    return where(observable, state -> Optional.of(value.apply(state)));
  }

  /**
   * The same and one that some states do not have, such as a neck's radius.
   *
   * @throws IllegalArgumentException if the observable is not defined here
   */
  public Observations<S> where(
      Observable observable, Function<? super S, ? extends Optional<?>> value) {
    Optional<String> former = observable.at(place).former();
    return and(
        new Part<S>() {
          @Override
          public Stream<Observable> observables() {
            return Stream.of(observable);
          }

          @Override
          public void put(S state, Map<String, Object> record) {
            value
                .apply(state)
                .ifPresent(
                    v -> {
                      record.put(observable.name(), v);
                      former.ifPresent(name -> record.put(name, v));
                    });
          }
        });
  }

  /** The same and others, read off what a state shows: computed once for all of them. */
  public <T> Observations<S> with(Observations<T> others, Function<? super S, T> view) {
    return and(
        new Part<S>() {
          @Override
          public Stream<Observable> observables() {
            return others.observables().stream();
          }

          @Override
          public void put(S state, Map<String, Object> record) {
            others.put(view.apply(state), record);
          }
        });
  }

  /** These, read off what a state shows. */
  public <T> Observations<T> seenBy(Function<? super T, S> view) {
    return Observations.<T>at(place).with(this, view);
  }

  private Observations<S> and(Part<? super S> part) {
    List<Part<? super S>> more = new ArrayList<>(parts);
    more.add(part);
    return new Observations<>(place, more);
  }

  /** What is observed, in its order. */
  public List<Observable> observables() {
    return parts.stream().flatMap(Part::observables).toList();
  }

  /** The place. */
  public Place place() {
    return place;
  }

  /** Values by names; the former names of some stand beside their names. */
  public Map<String, Object> of(S state) {
    Map<String, Object> record = new LinkedHashMap<>();
    put(state, record);
    return record;
  }

  private void put(S state, Map<String, Object> record) {
    parts.forEach(part -> part.put(state, record));
  }
}
