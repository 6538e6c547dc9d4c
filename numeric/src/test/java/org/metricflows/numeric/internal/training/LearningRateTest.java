package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

  @Test
  void exponentialDecayIsGeometric() {
    LearningRate rate = LearningRate.exponential(0.4, 0.01, 200);
    assertThat(rate.at(0)).isEqualTo(0.4);
    assertThat(rate.at(100)).isCloseTo(0.04, within(1e-16));
    assertThat(rate.at(201) / rate.at(200)).isCloseTo(rate.at(1) / rate.at(0), within(1e-14));
  }

  @Test
  void cosineIsSymmetricAboutItsMiddleAndStaysAtItsEnd() {
    LearningRate rate = LearningRate.cosine(1, 0.2, 100);
    assertThat(rate.at(0)).isEqualTo(1);
    for (int k = 0; k <= 100; k++) {
      assertThat(rate.at(k) + rate.at(100 - k)).isCloseTo(1.2, within(1e-15));
    }
    assertThat(rate.at(100)).isEqualTo(0.2);
    assertThat(rate.at(5000)).isEqualTo(0.2);
  }

  @Test
  void warmUpRisesEvenlyToTheStart() {
    LearningRate then = LearningRate.cosine(0.5, 0, 40);
    LearningRate rate = then.withWarmUp(9);
    for (int k = 0; k < 10; k++) {
      assertThat(rate.at(k)).isCloseTo(0.05 * (k + 1), within(1e-16));
    }
    assertThat(rate.at(29)).isEqualTo(then.at(20));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> LearningRate.constant(-1))
        .hasMessage("rate: -1.0 is not a positive number");
    assertThatThrownBy(() -> LearningRate.cosine(1, Double.NaN, 3))
        .hasMessage("end: NaN is not a number ≥ 0");
  }
}
