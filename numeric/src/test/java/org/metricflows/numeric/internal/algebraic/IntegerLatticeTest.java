package org.metricflows.numeric.internal.algebraic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntegerLatticeTest {

  /** The vectors 3(e_i − e_j): entries that are multiples of 3 and sum to 0. */
  @Test
  void multiplesOfThreeThatSumToZero() {
    IntegerLattice lattice =
        IntegerLattice.of(3, List.of(new int[] {3, -3, 0}, new int[] {0, 3, -3}));
    assertThat(lattice.contains(new long[] {3, 0, -3})).isTrue();
    assertThat(lattice.contains(new long[] {6, -9, 3})).isTrue();
    assertThat(lattice.contains(new long[] {1, -1, 0})).isFalse();
    assertThat(lattice.contains(new long[] {3, 3, 0})).isFalse();
    assertThat(lattice.contains(new long[] {0, 0, 0})).isTrue();
  }

  /** Dependent vectors span no less: 4 and 6 give the even numbers. */
  @Test
  void dependentVectorsAreCombined() {
    IntegerLattice lattice = IntegerLattice.of(1, List.of(new int[] {4}, new int[] {6}));
    assertThat(lattice.contains(new long[] {2})).isTrue();
    assertThat(lattice.contains(new long[] {3})).isFalse();
  }

  @Test
  void nothingSpansZeroAlone() {
    IntegerLattice lattice = IntegerLattice.of(2, List.of());
    assertThat(lattice.contains(new long[] {0, 0})).isTrue();
    assertThat(lattice.contains(new long[] {0, 1})).isFalse();
  }

  /** Every integer combination is in the lattice; half of one that has an odd entry is not. */
  @Test
  void combinationsAreInIt() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 200; trial++) {
      List<int[]> vectors = new ArrayList<>();
      long[] sum = new long[5];
      for (int v = 0; v < 4; v++) {
        int[] vector = random.ints(5, -6, 7).map(x -> 2 * x).toArray();
        int times = random.nextInt(-3, 4);
        for (int i = 0; i < 5; i++) {
          sum[i] += (long) times * vector[i];
        }
        vectors.add(vector);
      }
      IntegerLattice lattice = IntegerLattice.of(5, vectors);
      assertThat(lattice.contains(sum)).isTrue();
      sum[random.nextInt(5)]++;
      assertThat(lattice.contains(sum)).isFalse();
    }
  }
}
