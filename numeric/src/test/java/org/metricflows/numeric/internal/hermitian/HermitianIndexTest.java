package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HermitianIndexTest {

  /** Row by row, the diagonal first, each place once. */
  @Test
  void placesFollowEachOther() {
    for (int m = 1; m <= 5; m++) {
      HermitianIndex index = new HermitianIndex(m);
      int next = 0;
      for (int a = 0; a < m; a++) {
        assertThat(index.real(a, a)).isEqualTo(next++);
        for (int b = a + 1; b < m; b++) {
          assertThat(index.real(a, b)).isEqualTo(next).isEqualTo(index.real(b, a));
          assertThat(index.imaginary(a, b)).isEqualTo(next + 1);
          next += 2;
        }
      }
      assertThat(index.size()).isEqualTo(next);
    }
  }

  @Test
  void imaginaryPartsAreThoseAboveTheDiagonal() {
    HermitianIndex index = new HermitianIndex(3);
    assertThatThrownBy(() -> index.imaginary(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.imaginary(2, 1)).hasMessageContaining("2, 1");
    assertThatThrownBy(() -> new HermitianIndex(0)).hasMessageContaining("dimension");
  }
}
