package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormChoiceTest {
  private static final int LANES = 8;
  private static final int BLOCK = 64;
  private static final long SCALAR_TIME = 1000;

  private final FormChoice choice = FormChoice.measured(System::nanoTime);

  /** Runs a block as programs do; returns the elements tried in vectors. */
  private int block(long vectorTime) {
    int trial = choice.trial(BLOCK, LANES);
    if (trial == 0) {
      choice.ranScalar(BLOCK, SCALAR_TIME);
    } else {
      choice.tried(trial, LANES, vectorTime * trial / BLOCK);
    }
    return trial;
  }

  @Test
  void slowTrialsTakeAQuarterOfTheTimeAtMost() {
    long tried = 0;
    long scalar = 0;
    for (int i = 0; i < 10_000; i++) {
      long vectorTime = 100 * SCALAR_TIME;
      int trial = block(vectorTime);
      tried += vectorTime * trial / BLOCK;
      scalar += trial == 0 ? SCALAR_TIME : 0;
    }
    assertThat(tried).isPositive().isLessThan(scalar / 3);
    assertThat(choice.isVector()).isFalse();
  }

  @Test
  void vectorsAreChosenWhenAWholeBlockIsFaster() {
    int largest = 0;
    for (int i = 0; i < 10_000 && !choice.isVector(); i++) {
      largest = Math.max(largest, block(SCALAR_TIME - 1));
    }
    assertThat(choice.isVector()).isTrue();
    assertThat(largest).isEqualTo(BLOCK);
    assertThat(choice.isOpen(BLOCK, LANES)).isFalse();
  }

  @Test
  void programsThatNeverGainStayScalar() {
    for (int i = 0; i < 1_000_000 && choice.isOpen(BLOCK, LANES); i++) {
      block(SCALAR_TIME + BLOCK);
    }
    assertThat(choice.isOpen(BLOCK, LANES)).isFalse();
    assertThat(choice.isVector()).isFalse();
  }

  @Test
  void smallBlocksAreNeitherTimedNorTried() {
    assertThat(choice.isOpen(3 * LANES, LANES)).isFalse();
    assertThat(choice.isOpen(4 * LANES, LANES)).isTrue();
    assertThat(FormChoice.scalar().isOpen(BLOCK, LANES)).isFalse();
    assertThat(FormChoice.vector().isVector()).isTrue();
  }
}
