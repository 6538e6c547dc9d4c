package org.metricflows.numeric.internal.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HermitianFormTest {
  private static final int N = 7;

  /** B B† + 1 of a random complex B, from the Gram matrix of its columns. */
  private static HermitianForm positive(long seed) {
    Random random = new Random(seed);
    double[] gram = new double[4 * N * N];
    for (int k = 0; k < N; k++) {
      double[] u = random.doubles(2 * N, -1, 1).toArray();
      for (int i = 0; i < 2 * N; i++) {
        for (int j = 0; j < 2 * N; j++) {
          gram[i * 2 * N + j] += u[i] * u[j];
        }
      }
    }
    HermitianForm form = HermitianForm.ofGram(N, gram, 1);
    for (int i = 0; i < 2 * N; i++) {
      form.matrix()[i * 2 * N + i] += 1;
    }
    return form;
  }

  @Test
  void packingIsUndone() {
    double[] packed = new Random(1).doubles(N * N, -1, 1).toArray();
    double[] again = new double[N * N];
    HermitianForm.unpack(N, packed).pack(again);
    assertThat(again).containsExactly(packed);
  }

  @Test
  void theInverseBalances() {
    HermitianForm form = positive(2);
    assertThat(form.distanceFromInverse(form.inverse())).isLessThan(1e-13);
    assertThat(form.distanceFromInverse(positive(3))).isGreaterThan(0.1);
    double[] twice = form.inverse().inverse().matrix();
    assertThat(twice).containsExactly(form.matrix(), within(1e-12));
  }

  @Test
  void anIndefiniteFormHasNoInverseHere() {
    HermitianForm form = HermitianForm.identity(N);
    form.matrix()[0] = -1;
    assertThatThrownBy(form::inverse).isInstanceOf(ArithmeticException.class);
  }
}
