package org.metricflows.numeric.internal.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpGateTest {

  private final AtomicInteger made = new AtomicInteger();

  private WarmUpGate<String> gate(long patience, boolean hasVectors) {
    return WarmUpGate.of(patience, "plain", () -> "vectors " + made.incrementAndGet(), hasVectors);
  }

  @Test
  void opensWhenEnoughWorkHasPassed() {
    WarmUpGate<String> gate = gate(10, true);
    assertThat(gate.pass(4)).isEqualTo("plain");
    assertThat(gate.pass(5)).isEqualTo("plain");
    assertThat(made).hasValue(0);
    assertThat(gate.pass(1)).isEqualTo("vectors 1");
    assertThat(gate.pass(100)).isEqualTo("vectors 1");
  }

  @Test
  void staysShutWithoutVectors() {
    WarmUpGate<String> gate = gate(10, false);
    for (int i = 0; i < 5; i++) {
      assertThat(gate.pass(8)).isEqualTo("plain");
    }
    assertThat(made).hasValue(0);
  }

  @Test
  void asksForTheModule() {
    String form = WarmUpGate.of(1, "plain", () -> "vectors").pass(1);
    assertThat(form).isEqualTo(VectorModule.isPresent() ? "vectors" : "plain");
  }

  /** Threads that pass at once open it once. */
  @Test
  void opensOnceForAllThreads() {
    try (Parallel parallel = Parallel.of(4)) {
      for (int round = 1; round <= 200; round++) {
        WarmUpGate<String> gate = gate(1, true);
        parallel.run(16, (task, worker) -> gate.pass(1));
        assertThat(gate.pass(1)).isEqualTo("vectors " + round);
        assertThat(made).hasValue(round);
      }
    }
  }
}
