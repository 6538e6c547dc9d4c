package org.metricflows.symbolic.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SymmetricIndexTest {

  /** Row by row, each place once, in either order of the indices. */
  @Test
  void placesFollowEachOther() {
    for (int d = 0; d <= 6; d++) {
      SymmetricIndex index = new SymmetricIndex(d);
      int next = 0;
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++) {
          assertThat(index.of(i, j)).isEqualTo(next).isEqualTo(index.of(j, i));
          next++;
        }
      }
      assertThat(index.size()).isEqualTo(next);
      assertThat(SymmetricIndex.ofSize(next)).isEqualTo(index);
    }
  }

  @Test
  void noMatrixHasFiveComponents() {
    assertThatThrownBy(() -> SymmetricIndex.ofSize(5)).hasMessageContaining("5");
    assertThatThrownBy(() -> new SymmetricIndex(-1)).hasMessageContaining("dimension");
  }
}
