package org.metricflows.symbolic.internal.equation;

import java.util.Optional;
import java.util.OptionalInt;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.evolution.VelocityMetric;
import org.metricflows.symbolic.loss.Loss;

/** What moves a metric, where it is not the plain gradient of a fully connected network. */
public sealed interface Motion {

  /** Ricci flow, with no loss and no kernel. */
  enum Ricci implements Motion {
    /** ∂_t g = −2 Ric. */
    PLAIN,
    /** ∂_t g = −2 Ric + L_W g. */
    DETURCK,
    /** ∂_t g = −2 Ric + (2/d) r g, r the mean of R. */
    NORMALISED
  }

  /**
   * Gradient flow of a loss with the heat kernel.
   *
   * @param loss L
   * @param bandwidth ℓ of e^{−ℓ²|k|²/2}, 0 for the delta function
   * @param deWitt whether DeWitt's supermetric stands before the kernel
   */
  record Local(Loss loss, Expr bandwidth, boolean deWitt) implements Motion {}

  /**
   * Gradient flow of a loss through the read-outs of cosine features.
   *
   * @param loss L
   * @param bandwidth ℓ of the waves' weight e^{−ℓ²|k|²/2}
   * @param width N, empty for infinitely many features
   * @param deWitt whether DeWitt's supermetric stands before the kernel
   */
  record Features(Loss loss, Expr bandwidth, OptionalInt width, boolean deWitt) implements Motion {}

  /**
   * A network of finite width that follows a velocity as well as its parameters can.
   *
   * @param ricci the velocity, Ricci flow's
   * @param loss the loss whose steepest descent is followed, in its place
   * @param product the inner product of velocities
   * @param damping λ in units of the Gram matrix's mean diagonal
   */
  record Projected(
      Optional<Ricci> ricci, Optional<Loss> loss, VelocityMetric.Kind product, double damping)
      implements Motion {}

  /**
   * Gradient flow of a loss under the fixed kernel exp(−|x − x'|²/2ℓ²).
   *
   * @param loss L
   * @param length ℓ
   */
  record Gaussian(Loss loss, Expr length) implements Motion {}
}
