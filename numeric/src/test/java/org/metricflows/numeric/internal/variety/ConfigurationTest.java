package org.metricflows.numeric.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

  /** Triple (or double) intersection numbers as tables of Calabi–Yau manifolds have them. */
  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(List.of(2), List.of(List.of(3)), 3, List.of(1), 3),
        Arguments.of(List.of(3), List.of(List.of(4)), 4, List.of(1), 4),
        Arguments.of(List.of(4), List.of(List.of(5)), 5, List.of(1), 5),
        Arguments.of(List.of(5), List.of(List.of(3), List.of(3)), 9, List.of(2), 9),
        Arguments.of(List.of(5), List.of(List.of(2), List.of(4)), 8, List.of(2), 8),
        Arguments.of(
            List.of(7),
            List.of(List.of(2), List.of(2), List.of(2), List.of(2)),
            16,
            List.of(4),
            16),
        // (H₁ + H₂)³ 3(H₁ + H₂) = 3·6
        Arguments.of(List.of(2, 2), List.of(List.of(3, 3)), 18, List.of(1, 0), 3),
        // (H₁ + H₂)³ (2H₁ + 4H₂) on P¹ × P³: 2 + 3·4
        Arguments.of(List.of(1, 3), List.of(List.of(2, 4)), 14, List.of(0, 1), 4),
        // Tian and Yau: (H₁ + H₂)³ 9H₁H₂(H₁ + H₂) = 9·6
        Arguments.of(
            List.of(3, 3),
            List.of(List.of(3, 0), List.of(0, 3), List.of(1, 1)),
            54,
            List.of(2, 1),
            9));
  }

  @ParameterizedTest
  @MethodSource("known")
  void intersectionNumbersAreTheKnownOnes(
      List<Integer> ambient,
      List<List<Integer>> degrees,
      int number,
      List<Integer> lines,
      int points) {
    Configuration configuration = new Configuration(ambient, degrees);
    assertThat(configuration.intersectionNumber()).isEqualTo(number);
    assertThat(configuration.lines()).isEqualTo(lines);
    assertThat(configuration.intersections(lines)).isEqualTo(points);
  }

  @Test
  void equationsWithoutADegreeInEveryFactorAreRefused() {
    assertThatThrownBy(() -> new Configuration(List.of(2, 2), List.of(List.of(3))))
        .hasMessageContaining("[3] are not one for each of the factors [2, 2]");
    assertThatThrownBy(() -> new Configuration(List.of(1), List.of(List.of(2))))
        .hasMessageContaining("leave no curve");
  }

  /** Four lines with sums 2, 4, 4, 6 over ones: mean and standard error by hand. */
  @Test
  void errorsCountLinesNotPoints() {
    int[] line = {0, 0, 1, 1, 2, 2, 3, 3};
    double[] values = {1, 1, 2, 2, 1, 3, 0, 6};
    Estimate estimate = Estimate.ratio(line, i -> values[i], i -> 1);
    assertThat(estimate.value()).isEqualTo(2);
    // line means 1, 2, 2, 3: variance 2/3, error of their mean √(2/3/4)
    assertThat(estimate.error()).isCloseTo(Math.sqrt(1.0 / 6), within(1e-15));
    assertThat(Estimate.ratio(new int[] {0, 0}, i -> 1, i -> 1).error()).isInfinite();
  }
}
