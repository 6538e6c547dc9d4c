package org.metricflows.numeric.internal.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void runsEveryTaskOnce(int threads) {
    try (Parallel parallel = Parallel.of(threads)) {
      for (int repeat = 0; repeat < 300; repeat++) {
        int tasks = repeat % 17;
        AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
        parallel.run(
            tasks,
            (task, worker) -> {
              assertThat(worker).isBetween(0, threads - 1);
              runs.incrementAndGet(task);
            });
        for (int i = 0; i < tasks; i++) {
          assertThat(runs.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aWorkerRunsOneTaskAtATime() {
    try (Parallel parallel = Parallel.of(3)) {
      AtomicIntegerArray inside = new AtomicIntegerArray(3);
      parallel.run(
          2000,
          (task, worker) -> {
            assertThat(inside.incrementAndGet(worker)).isEqualTo(1);
            inside.decrementAndGet(worker);
          });
    }
  }

  @Test
  void jobsWithinTasksRunInPlace() {
    try (Parallel parallel = Parallel.of(2)) {
      AtomicIntegerArray runs = new AtomicIntegerArray(12);
      parallel.run(
          3,
          (outer, worker) ->
              parallel.run(
                  4,
                  (inner, innerWorker) -> {
                    assertThat(innerWorker).isZero();
                    runs.incrementAndGet(4 * outer + inner);
                  }));
      for (int i = 0; i < 12; i++) {
        assertThat(runs.get(i)).isEqualTo(1);
      }
    }
  }

  @Test
  void throwsWhatATaskThrows() {
    try (Parallel parallel = Parallel.of(2)) {
      assertThatThrownBy(
              () ->
                  parallel.run(
                      10,
                      (task, worker) -> {
                        if (task == 4) {
                          throw new IllegalStateException("four");
                        }
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("four");
      parallel.run(2, (task, worker) -> {});
    }
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatThrownBy(() -> Parallel.of(0)).hasMessageContaining("threads: 0");
    assertThatThrownBy(() -> Parallel.common().run(-1, (task, worker) -> {}))
        .hasMessageContaining("tasks: -1");
  }
}
