package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

  /** ∇ of ½ Σ (i+1) θᵢ². */
  private static double[] slope(double[] theta) {
    double[] gradient = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      gradient[i] = (i + 1) * theta[i];
    }
    return gradient;
  }

  /**
   * m and v written as sums over all gradients so far, Σ β^{k−i}(1−β) gᵢ, instead of recursions.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void isTheSumOverThePast(double beta1) {
    Adam adam = new Adam(beta1, 0.99, 1e-8, Double.POSITIVE_INFINITY);
    double[] theta = {1, -2, 0.3};
    double[] expected = theta.clone();
    double[] memory = adam.memory(3);
    List<double[]> past = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      adam.step(k, 0.05, slope(theta), theta, memory);
      past.add(slope(expected));
      for (int i = 0; i < 3; i++) {
        double m = 0;
        double v = 0;
        for (int j = 0; j <= k; j++) {
          double g = past.get(j)[i];
          m += Math.pow(beta1, k - j) * g;
          v += Math.pow(0.99, k - j) * g * g;
        }
        m *= (1 - beta1) / (1 - Math.pow(beta1, k + 1));
        v *= (1 - 0.99) / (1 - Math.pow(0.99, k + 1));
        expected[i] -= 0.05 * m / (Math.sqrt(v) + 1e-8);
        assertThat(theta[i]).isCloseTo(expected[i], within(1e-13));
      }
    }
  }

  @Test
  void stepsUnderAConstantSlopeHaveTheLengthOfTheRate() {
    Adam adam = Adam.standard();
    double[] theta = {0, 0};
    double[] memory = adam.memory(2);
    for (int k = 0; k < 100; k++) {
      adam.step(k, 0.01, new double[] {3, -7}, theta, memory);
    }
    // m̂ = g and v̂ = g², up to ε/|g| = 3e-9
    assertThat(theta).containsExactly(new double[] {-1, 1}, within(1e-8));
  }

  @Test
  void clippingShortensTheGradientAsAWhole() {
    double[] gradient = {30, -40, 0};
    double[] clipped = {3, -4, 0};
    double[] one = {1, 1, 1};
    double[] other = {1, 1, 1};
    Adam.standard().withClip(5).step(0, 0.1, gradient, one, Adam.standard().memory(3));
    double[] memory = Adam.standard().memory(3);
    Adam.standard().withClip(5).step(0, 0.1, clipped, other, memory);
    assertThat(one).isEqualTo(other);
    // below its length a gradient stays as it is
    assertThat(memory).containsExactly(new double[] {0.3, -0.4, 0, 0.009, 0.016, 0}, within(1e-15));
  }

  @Test
  void goesOnFromWhatItRemembered() {
    Adam adam = Adam.standard().withClip(1);
    double[] whole = {1, -2, 0.3};
    double[] memory = adam.memory(3);
    for (int k = 0; k < 20; k++) {
      adam.step(k, 0.05, slope(whole), whole, memory);
    }
    double[] theta = {1, -2, 0.3};
    double[] first = adam.memory(3);
    for (int k = 0; k < 7; k++) {
      adam.step(k, 0.05, slope(theta), theta, first);
    }
    double[] stored = first.clone();
    double[] resumed = theta.clone();
    for (int k = 7; k < 20; k++) {
      adam.step(k, 0.05, slope(resumed), resumed, stored);
    }
    assertThat(resumed).isEqualTo(whole);
    assertThat(stored).isEqualTo(memory);
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> new Adam(1, 0.9, 0, 1))
        .hasMessage("beta1: 1.0 is not from 0 to below 1");
    assertThatThrownBy(() -> Adam.standard().withClip(0)).hasMessage("clip: 0.0 is not positive");
  }
}
