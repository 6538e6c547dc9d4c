package org.metricflows.numeric.internal.algebraic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndependenceTest {

  /** One vector is independent of another unless it is a complex multiple of it. */
  @Test
  void complexMultiplesAreDependent() {
    double[] v = {1, 2, -1, 0.5, 0, 3};
    double[] turned = {-0.5, 0, -3, 1, 2, -1}; // i v
    double[] other = {1, 2, -1, 0.5, 0, -3};
    assertThat(Independence.choose(new double[][] {v.clone(), turned.clone(), other.clone()}, 1e-9))
        .hasSize(2)
        .contains(2);
  }
}
