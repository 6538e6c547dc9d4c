package org.metricflows.numeric.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedMemoryBfgsTest {

  private static double rosenbrock(double[] x, double[] gradient) {
    double sum = 0;
    Arrays.fill(gradient, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
      gradient[i] += -400 * a * x[i] - 2 * b;
      gradient[i + 1] += 200 * a;
    }
    return sum;
  }

  private static LimitedMemoryBfgs.State minimum(
      LimitedMemoryBfgs method, SmoothFunction f, double[] x, double accuracy, int most) {
    LimitedMemoryBfgs.State state = method.start(f, x);
    for (int i = 0; i < most && !state.stalled() && state.gradientNorm() > accuracy; i++) {
      LimitedMemoryBfgs.State next = method.step(f, state);
      assertThat(next.value()).isLessThanOrEqualTo(state.value());
      state = next;
    }
    return state;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100})
  void findsTheEndOfRosenbrocksValley(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 2 == 0 ? -1.2 : 1;
    }
    LimitedMemoryBfgs.State end =
        minimum(new LimitedMemoryBfgs(8), LimitedMemoryBfgsTest::rosenbrock, x, 1e-9, 2000);
    assertThat(end.gradientNorm()).isLessThan(1e-9);
    for (double component : end.x()) {
      assertThat(component).isBetween(1 - 1e-8, 1 + 1e-8);
    }
  }

  /** ½ Σ λᵢ xᵢ² with λ from 1 to 10⁶, in turned axes: x = (1 − 2wwᵀ) z. */
  @Test
  void solvesIllConditionedQuadratics() {
    int n = 40;
    double[] w = new SplittableRandom(2).doubles(n, -1, 1).toArray();
    double[] unit = Vectors.times(1 / Math.sqrt(Vectors.dot(w, w)), w);
    SmoothFunction f =
        (x, gradient) -> {
          double[] z = Vectors.plus(x, -2 * Vectors.dot(unit, x), unit);
          double sum = 0;
          for (int i = 0; i < n; i++) {
            double lambda = Math.pow(10, 6.0 * i / (n - 1));
            sum += 0.5 * lambda * z[i] * z[i];
            z[i] *= lambda;
          }
          double[] back = Vectors.plus(z, -2 * Vectors.dot(unit, z), unit);
          System.arraycopy(back, 0, gradient, 0, n);
          return sum;
        };
    double[] x = new SplittableRandom(3).doubles(n, -1, 1).toArray();
    LimitedMemoryBfgs.State end = minimum(new LimitedMemoryBfgs(2 * n), f, x, 1e-8, 1000);
    assertThat(end.gradientNorm()).isLessThan(1e-8);
    // |x| ≤ |∇f|/λ_min
    assertThat(Vectors.dot(end.x(), end.x())).isLessThan(1e-16);
  }

  @Test
  void goesOnFromAnyState() {
    LimitedMemoryBfgs method = new LimitedMemoryBfgs(5);
    SmoothFunction f = LimitedMemoryBfgsTest::rosenbrock;
    LimitedMemoryBfgs.State state = method.start(f, new double[] {-1, 2, 0.5});
    for (int i = 0; i < 9; i++) {
      state = method.step(f, state);
    }
    LimitedMemoryBfgs.State once = method.step(f, state);
    LimitedMemoryBfgs.State again = method.step(f, state);
    assertThat(again.x()).isEqualTo(once.x());
    assertThat(again.evaluations()).isEqualTo(once.evaluations());
  }

  @Test
  void stallsWhereNothingIsLower() {
    LimitedMemoryBfgs method = new LimitedMemoryBfgs(5);
    SmoothFunction flat = (x, gradient) -> 1;
    assertThat(method.step(flat, method.start(flat, new double[2])).stalled()).isTrue();
    // beyond 1 the function has no value: the search has to come back from there
    SmoothFunction edge =
        (x, gradient) -> {
          gradient[0] = x[0] < 1 ? -1 - x[0] : Double.NaN;
          return x[0] < 1 ? -x[0] - x[0] * x[0] / 2 : Double.NaN;
        };
    LimitedMemoryBfgs.State near = minimum(method, edge, new double[1], 0, 100);
    assertThat(near.x()[0]).isBetween(0.99, 1.0);
  }

  @Test
  void refusesNoMemory() {
    assertThatThrownBy(() -> new LimitedMemoryBfgs(0)).hasMessage("memory: 0 is not at least 1");
  }
}
