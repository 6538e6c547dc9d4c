package org.metricflows.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a misspelt word was meant to be, and when nobody can tell. */
class SuggestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "netwrok | chart,network,net | network", // a swap
        "loss-name | loss_name | loss_name", // either dash
        "bias | bias_std,weight_std | bias_std", // part of a name
        "coords | coordinates,chart | coordinates", // the same beginning
        "theta | t,r,th,ph | th",
        "SINE | sin,Sin,sinh | Sin", // in the word's own case
        "sine | Sin,sin | sin",
        "sinj | sinh,sin | sin", // shorter
        "aab | ab,aa | aa", // at last in the order of the alphabet
        "X | x,y | x",
        "kerrr | kerr,ker | kerr"
      })
  void isFound(String word, String known, String meant) {
    assertThat(Suggestion.nearest(word, List.of(known.split(",")))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"q | r,x", "ab | ac", "metric | chart,loss", "theta | t,x", "'' | x,loss"})
  void isNotGuessed(String word, String known) {
    assertThat(Suggestion.nearest(word, List.of(known.split(",")))).isEmpty();
  }

  @Test
  void endsAMessage() {
    assertThat(Suggestion.ending("los", List.of("loss", "t"))).isEqualTo("did you mean 'loss'?");
    assertThat(Suggestion.ending("q", List.of("loss", "t"))).isEqualTo("known: loss, t");
  }
}
