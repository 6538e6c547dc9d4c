package org.metricflows.numeric.internal.features;

import java.util.Arrays;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.kernel.ProductKernel;

/**
 * The periodic heat kernel of bandwidth ℓ with its derivatives,
 *
 * <pre>
 *   Θ(x, x') = Π_i h_i(x_i − x'_i),      h_i(s) = (1/P_i) Σ_k e^{−ℓ²k²/2} cos ks,   k ∈ (2π/P_i) ℤ
 * </pre>
 *
 * normalised as ∫ Θ(x, x') dx' = 1: convolution with it multiplies the wave k by e^{−ℓ²k²/2}.
 */
public final class PeriodicHeatKernel implements JetKernel {

  private final double[] periods;
  private final WaveWeights[] weights;

  private PeriodicHeatKernel(double[] periods, double bandwidth) {
    this.periods = periods.clone();
    this.weights = new WaveWeights[periods.length];
    for (int i = 0; i < periods.length; i++) {
      weights[i] = WaveWeights.of(periods[i], bandwidth);
    }
  }

  /**
   * Whether the bandwidth is wide enough for a period: no more than a million waves matter.
   *
   * @param period P > 0
   * @param bandwidth ℓ
   */
  public static boolean resolves(double period, double bandwidth) {
    return WaveWeights.areFew(period, bandwidth);
  }

  /**
   * A kernel.
   *
   * @param periods P_i > 0
   * @param bandwidth ℓ > 0
   * @throws IllegalArgumentException if the bandwidth is too small for a period
   */
  public static PeriodicHeatKernel of(double[] periods, double bandwidth) {
    return new PeriodicHeatKernel(periods, bandwidth);
  }

  @Override
  public KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder) {
    return new ProductKernel(periods.length, this::factor)
        .matrix(points, order, others, otherOrder);
  }

  /** h_i and its derivatives at s; small waves are added last. */
  private void factor(int axis, double s, double[] h) {
    WaveWeights waves = weights[axis];
    Arrays.fill(h, 0);
    for (int k = waves.count() - 1; k >= 0; k--) {
      double wave = waves.wave(k);
      double weight = (k == 0 ? 1 : 2) * waves.weight(k) / periods[axis];
      double cosine = weight * Math.cos(wave * s);
      double sine = weight * Math.sin(wave * s);
      h[0] += cosine;
      h[1] -= wave * sine;
      h[2] -= wave * wave * cosine;
      h[3] += wave * wave * wave * sine;
      h[4] += wave * wave * wave * wave * cosine;
    }
  }
}
