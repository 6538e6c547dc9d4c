package org.metricflows.numeric.internal.batch;

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

  @Test
  void matricesAreUnpacked() {
    SymmetricIndex index = new SymmetricIndex(3);
    double[][] matrix = {{1, 2, 3}, {2, 4, 5}, {3, 5, 6}};
    assertThat(index.matrix(new double[] {1, 2, 3, 4, 5, 6})).isDeepEqualTo(matrix);
    double[][] columns = {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}};
    assertThat(index.matrix(columns, 1)).isDeepEqualTo(matrix);
  }
}
