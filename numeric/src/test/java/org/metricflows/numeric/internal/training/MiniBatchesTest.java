package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.numeric.internal.network.Batch;

class MiniBatchesTest {

  @ParameterizedTest
  @CsvSource({"100, 64, 1", "90, 8, 11", "7, 10, 1", "64, 64, 1", "5, 1, 5"})
  void anEpochHasEveryPointOnce(int points, int size, int batches) {
    List<Batch> epoch = new MiniBatches(points, size, 3).epoch(2);
    assertThat(epoch).hasSize(batches);
    int[] seen =
        epoch.stream()
            .flatMapToInt(
                b -> IntStream.range(b.from(), b.from() + b.count()).map(i -> b.points()[i]))
            .sorted()
            .toArray();
    assertThat(seen).isEqualTo(IntStream.range(0, points).toArray());
    int smallest = epoch.stream().mapToInt(Batch::count).min().orElseThrow();
    int largest = epoch.stream().mapToInt(Batch::count).max().orElseThrow();
    assertThat(largest - smallest).isBetween(0, 1);
  }

  @Test
  void ordersDependOnSeedAndEpochAlone() {
    MiniBatches batches = new MiniBatches(1000, 10, 5);
    assertThat(batches.order(7)).isEqualTo(new MiniBatches(1000, 64, 5).order(7));
    assertThat(batches.order(7)).isNotEqualTo(batches.order(8));
    assertThat(batches.order(7)).isNotEqualTo(new MiniBatches(1000, 10, 6).order(7));
  }

  @Test
  void everyPlaceIsAsLikely() {
    int points = 10;
    int epochs = 20_000;
    int[][] counts = new int[points][points];
    MiniBatches batches = new MiniBatches(points, 1, 9);
    for (int e = 0; e < epochs; e++) {
      int[] order = batches.order(e);
      for (int p = 0; p < points; p++) {
        counts[p][order[p]]++;
      }
    }
    // deviation √(pq/n) = 0.0021 of each frequency; five of them for a hundred frequencies
    for (int[] row : counts) {
      for (int count : row) {
        assertThat((double) count / epochs).isCloseTo(0.1, within(0.0106));
      }
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> new MiniBatches(0, 1, 1)).hasMessage("points: 0 is not at least 1");
    assertThatThrownBy(() -> new MiniBatches(1, 0, 1)).hasMessage("size: 0 is not at least 1");
  }
}
