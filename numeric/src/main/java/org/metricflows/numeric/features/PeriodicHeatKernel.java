package org.metricflows.numeric.features;

import java.util.Arrays;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.kernel.KernelMatrix;

/**
 * The periodic heat kernel of bandwidth ℓ with its derivatives,
 *
 * <pre>
 *   Θ(x, x') = Π_i h_i(x_i − x'_i),      h_i(s) = (1/P_i) Σ_k e^{−ℓ²k²/2} cos ks,   k ∈ (2π/P_i) ℤ
 * </pre>
 *
 * normalised as ∫ Θ(x, x') dx' = 1: convolution with it multiplies the wave k by e^{−ℓ²k²/2}.
 */
public final class PeriodicHeatKernel {

  /** Two derivatives by each point. */
  private static final int HIGHEST = 4;

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

  /**
   * ∂_x^α ∂_x'^β Θ(x_a, x'_b) in row α·N + a, column β·M + b, with N points x and M points x'.
   *
   * @param order highest |α|, 0, 1 or 2
   * @param otherOrder highest |β|
   */
  public KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder) {
    int[][] left = derivatives(new JetSpace(periods.length, order));
    int[][] right = derivatives(new JetSpace(periods.length, otherOrder));
    int rows = left.length * points.length;
    int columns = right.length * others.length;
    double[] values = new double[Math.multiplyExact(rows, columns)];
    double[][] factor = new double[periods.length][HIGHEST + 1];
    for (int a = 0; a < points.length; a++) {
      for (int b = 0; b < others.length; b++) {
        for (int i = 0; i < periods.length; i++) {
          factor(i, points[a][i] - others[b][i], factor[i]);
        }
        for (int alpha = 0; alpha < left.length; alpha++) {
          for (int beta = 0; beta < right.length; beta++) {
            int at = (alpha * points.length + a) * columns + beta * others.length + b;
            values[at] = product(factor, left[alpha], right[beta]);
          }
        }
      }
    }
    return new KernelMatrix(rows, columns, values, 0);
  }

  private static double product(double[][] factor, int[] left, int[] right) {
    double value = 1;
    for (int i = 0; i < factor.length; i++) {
      double derivative = factor[i][left[i] + right[i]];
      value *= right[i] % 2 == 0 ? derivative : -derivative;
    }
    return value;
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

  /** How often each coefficient of a jet is differentiated along each axis. */
  private static int[][] derivatives(JetSpace space) {
    int d = space.dimension();
    int[][] counts = new int[space.size()][d];
    for (int i = 0; i < d && space.order() >= 1; i++) {
      counts[space.index(i)][i]++;
      for (int j = i; j < d && space.order() >= 2; j++) {
        counts[space.index(i, j)][i]++;
        counts[space.index(i, j)][j]++;
      }
    }
    return counts;
  }
}
