package org.metricflows.bridge.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ObservableTest {

  @Test
  void theVocabularyHasEveryConstantOnceAndNoNameTwice() {
    List<Object> constants =
        Arrays.stream(Vocabulary.class.getDeclaredFields())
            .filter(f -> Modifier.isPublic(f.getModifiers()) && f.getType() == Observable.class)
            .map(
                f -> {
                  try {
                    return f.get(null);
                  } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertThat(constants).isNotEmpty().containsExactlyInAnyOrderElementsOf(Vocabulary.all());
    assertThat(Vocabulary.all().stream().map(Observable::name)).doesNotHaveDuplicates();
    assertThat(Vocabulary.all()).allSatisfy(o -> assertThat(o.places()).isNotEmpty());
  }

  /** A former name never hides, at its place, an observable that has it as its own. */
  @Test
  void aFormerNameMeansOneThingAtAPlace() {
    for (Observable observable : Vocabulary.all()) {
      for (Place place : observable.places()) {
        observable
            .at(place)
            .former()
            .ifPresent(
                former ->
                    assertThat(Vocabulary.named(former))
                        .filteredOn(o -> o.places().contains(place))
                        .containsExactly(observable));
      }
    }
  }

  @Test
  void aNameIsFoundAsItIsAndAsItWas() {
    assertThat(Vocabulary.named("soliton_defect"))
        .containsExactly(Vocabulary.SOLITON_DEFECT, Vocabulary.FIRST_INTEGRAL_ERROR);
    assertThat(Vocabulary.named("nothing")).isEmpty();
  }

  @Test
  void recordsKeepTheOrderAndReadASharedViewOnce() {
    AtomicInteger views = new AtomicInteger();
    Observations<double[]> sums =
        Observations.<double[]>at(Place.VARIETY)
            .with(Vocabulary.SIGMA, y -> y[0])
            .where(Vocabulary.ALIGNMENT, y -> Optional.empty())
            .with(Vocabulary.MINIMUM_RELATIVE_EIGENVALUE, y -> y[1]);
    Observations<String> observations =
        Observations.<String>at(Place.VARIETY)
            .with(Vocabulary.LOSS, text -> (double) text.length())
            .with(
                sums,
                text -> {
                  views.incrementAndGet();
                  return new double[] {2, 3};
                });
    Map<String, Object> record = observations.of("four");
    assertThat(new ArrayList<>(record.keySet()))
        .containsExactly("loss", "sigma", "minimum_relative_eigenvalue", "minimum_eigenvalue");
    assertThat(record)
        .containsEntry("loss", 4.0)
        .containsEntry("minimum_eigenvalue", 3.0)
        .containsEntry("minimum_relative_eigenvalue", 3.0);
    assertThat(views).hasValue(1);
    assertThat(observations.observables())
        .containsExactly(
            Vocabulary.LOSS,
            Vocabulary.SIGMA,
            Vocabulary.ALIGNMENT,
            Vocabulary.MINIMUM_RELATIVE_EIGENVALUE);
  }

  @Test
  void whatIsNotDefinedSomewhereIsNotObservedThere() {
    Observations<double[]> none = Observations.at(Place.LIE_GROUP);
    assertThatThrownBy(() -> none.with(Vocabulary.SIGMA, y -> 0))
        .hasMessage("sigma is not defined on a lie_algebra");
  }
}
