package org.metricflows.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** The oracle itself, on what is known exactly. Tolerances: rounding of a few dozen operations. */
class AutogradTest {

  @Test
  void backwardGivesTheDerivativeOfErf() {
    try (PointerScope scope = new PointerScope()) {
      double[] at = {-0.7, 0.0, 1.3};
      Tensor x = Autograd.variable(at, 3);
      x.erf().sum().backward();
      double[] slope = Autograd.values(x.grad());
      for (int i = 0; i < at.length; i++) {
        double exact = 2 / Math.sqrt(Math.PI) * Math.exp(-at[i] * at[i]);
        assertThat(slope[i]).isCloseTo(exact, within(1e-15));
      }
    }
  }

  @Test
  void gradientsCanBeDifferentiatedAgain() {
    try (PointerScope scope = new PointerScope()) {
      double[] at = {-0.7, 0.0, 1.3};
      Tensor x = Autograd.variable(at, 3);
      Tensor slope = Autograd.gradients(x.erf().sum(), List.of(x)).get(0);
      double[] bend = Autograd.values(Autograd.gradients(slope.sum(), List.of(x)).get(0));
      for (int i = 0; i < at.length; i++) {
        double exact = -4 * at[i] / Math.sqrt(Math.PI) * Math.exp(-at[i] * at[i]);
        assertThat(bend[i]).isCloseTo(exact, within(1e-15));
      }
    }
  }

  /** On the unit 2-sphere dθ² + sin²θ dφ² the Ricci tensor is the metric, |Ric|² = 2. */
  @Test
  void theSphereIsEinstein() {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = Autograd.variable(new double[] {0.4, 0.1, 1.2, -2.0, 2.5, 0.7}, 3, 2);
      Tensor sine = x.select(1, 0).sin();
      Tensor zero = torch.zeros_like(sine);
      Tensor one = torch.ones_like(sine);
      Tensor metric =
          torch.stack(new TensorVector(one, zero, zero, sine.mul(sine)), 1).reshape(3, 2, 2);
      CurvatureByAutograd curvature = CurvatureByAutograd.of(metric, x);
      assertThat(Autograd.values(curvature.ricci()))
          .containsExactly(Autograd.values(metric), within(1e-13));
      assertThat(Autograd.values(curvature.ricciSquared()))
          .containsExactly(new double[] {2, 2, 2}, within(1e-12));
    }
  }
}
