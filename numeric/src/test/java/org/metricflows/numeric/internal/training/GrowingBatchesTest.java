package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metricflows.numeric.internal.network.Batch;

class GrowingBatchesTest {

  @Test
  void sizesRiseEvenlyFromTheFirstToTheLast() {
    GrowingBatches batches = new GrowingBatches(100, 10, 30, 5, 1);
    List<Integer> sizes = new ArrayList<>();
    for (int step = 0; step < 5; step++) {
      sizes.add(batches.at(step).count());
    }
    assertThat(sizes).containsExactly(10, 15, 20, 25, 30);
    assertThat(new GrowingBatches(100, 10, 30, 1, 1).at(0).count()).isEqualTo(10);
  }

  /** 12 batches of 25 deal 60 points five times. */
  @Test
  void pointsComeAgainOnlyWhenAllOthersHaveCome() {
    GrowingBatches batches = new GrowingBatches(60, 25, 25, 12, 4);
    List<Integer> dealt = new ArrayList<>();
    for (int step = 0; step < 12; step++) {
      Batch batch = batches.at(step);
      for (int p = 0; p < batch.count(); p++) {
        dealt.add(batch.points()[batch.from() + p]);
      }
    }
    assertThat(dealt).hasSize(300);
    for (int round = 0; round < 5; round++) {
      assertThat(dealt.subList(60 * round, 60 * round + 60)).doesNotHaveDuplicates();
    }
    assertThat(dealt.subList(0, 60)).isNotEqualTo(dealt.subList(60, 120));
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new GrowingBatches(20, 30, 30, 3, 1))
        .hasMessage("first: 30 is not from 1 to 20");
    assertThatThrownBy(() -> new GrowingBatches(20, 10, 5, 3, 1))
        .hasMessage("last: 5 is not from 10 to 20");
  }
}
