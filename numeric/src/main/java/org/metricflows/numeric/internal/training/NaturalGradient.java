package org.metricflows.numeric.internal.training;

import java.util.Arrays;
import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.network.Batch;

/**
 * Natural-gradient steps for a sum of squares L = |r(θ)|² (J. Müller and M. Zeinhofer, 2023), with
 * the momentum of G. Goldshlager, N. Abrahamsen and L. Lin (SPRING, 2024): with J = ∂r/∂θ over a
 * batch
 *
 * <pre>
 *   φ ← μφ + Jᵀ (J Jᵀ + λ)⁻¹ (r − μJφ),     θ ← θ − ηφ
 * </pre>
 *
 * so that φ is the step of Gauss and Newton in the directions that the batch sees, and what earlier
 * batches have taught in the others.
 *
 * <p>A step that raises the batch's loss is halved, and what is remembered of φ with it, until the
 * loss falls; then, as K. Levenberg and D. Marquardt do, the next damping is four times as large.
 * Whole steps halve it again, down to λ. Where no part of a step lowers the loss θ stays.
 *
 * @param momentum μ, from 0 to below 1
 * @param damping λ &gt; 0, in units of the mean of J Jᵀ's diagonal
 */
public record NaturalGradient(double momentum, double damping) {

  private static final double RAISE = 4;
  private static final double FALL = 2;
  private static final double LARGEST = 1e8;
  private static final int HALVINGS = 6;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the number that is out of range
   */
  public NaturalGradient {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum: " + momentum + " is not from 0 to below 1");
    }
    if (!(damping > 0 && damping < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("damping: " + damping + " is not a positive number");
    }
  }

  /** What is remembered before the first step: φ = 0, and the factor 1 of the damping. */
  public double[] memory(int parameters) {
    double[] memory = new double[parameters + 1];
    memory[parameters] = 1;
    return memory;
  }

  /**
   * One step.
   *
   * @param system whose memory is used
   * @param rate η
   * @param theta θ, is moved
   * @param memory from {@link #memory} or the step before, is brought up to date
   * @return the batch's loss before the step
   */
  public double step(
      SquaredObjective objective,
      DampedLeastSquares system,
      Batch batch,
      double rate,
      double[] theta,
      double[] memory) {
    int n = theta.length;
    int count = Math.multiplyExact(objective.perPoint(), batch.count());
    double[] r = new double[count];
    objective.jacobian(theta, batch, r, system.rows(count));
    double loss = Vectors.dot(r, r);
    double[] phi = Arrays.copyOf(memory, n);
    double lambda = damping * memory[n] * system.meanSquare(count);
    if (!Double.isFinite(loss) || !(lambda > 0)) {
      return loss;
    }
    double taken =
        direction(system, count, lambda, r, phi)
            ? move(objective, batch, rate, loss, theta, phi)
            : 0;
    for (int i = 0; i < n; i++) {
      memory[i] = taken * phi[i];
    }
    memory[n] = taken == 1 ? Math.max(1, memory[n] / FALL) : Math.min(LARGEST, memory[n] * RAISE);
    return loss;
  }

  /** Replaces φ by the next one. */
  private boolean direction(
      DampedLeastSquares system, int count, double lambda, double[] r, double[] phi) {
    if (!system.factor(count, lambda)) {
      return false;
    }
    double[] right = new double[count];
    system.times(count, phi, right);
    for (int i = 0; i < count; i++) {
      right[i] = r[i] - momentum * right[i];
    }
    double[] change = system.solve(right);
    for (int i = 0; i < phi.length; i++) {
      phi[i] = Math.fma(momentum, phi[i], change[i]);
    }
    return true;
  }

  /**
   * Moves θ by −sηφ to where the batch's loss is lower, and returns s: 1 or a power of ½, or 0 if
   * there is no such place.
   */
  private static double move(
      SquaredObjective objective,
      Batch batch,
      double rate,
      double loss,
      double[] theta,
      double[] phi) {
    double part = 1;
    for (int halving = 0; halving <= HALVINGS; halving++) {
      double[] moved = Vectors.plus(theta, -part * rate, phi);
      if (objective.loss(moved, batch) <= loss) {
        System.arraycopy(moved, 0, theta, 0, theta.length);
        return part;
      }
      part /= 2;
    }
    return 0;
  }
}
