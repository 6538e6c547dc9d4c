package org.metricflows.numeric.internal.features;

import java.util.SplittableRandom;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * The features √2 A N^{−1/2} cos(k_n·x + b_n) of a network on a torus, n = 1 … N.
 *
 * @param waves k_n in units of the coordinates, {@code [feature][axis]}
 * @param phases b_n
 * @param amplitude A
 */
public record CosineFeatures(double[][] waves, double[] phases, double amplitude) {

  /**
   * Draws integer waves of weight ∝ e^{−ℓ²|k|²/2} and uniform phases.
   *
   * @param periods of the coordinates
   * @param bandwidth ℓ > 0
   * @param width N
   * @throws IllegalArgumentException if the bandwidth is too small for a period
   */
  public static CosineFeatures draw(double[] periods, double bandwidth, int width, long seed) {
    WaveWeights[] weights = new WaveWeights[periods.length];
    double square = 1;
    for (int i = 0; i < periods.length; i++) {
      weights[i] = WaveWeights.of(periods[i], bandwidth);
      square *= weights[i].total() / periods[i];
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] waves = new double[width][periods.length];
    double[] phases = new double[width];
    for (int n = 0; n < width; n++) {
      for (int i = 0; i < periods.length; i++) {
        int k = weights[i].draw(random.nextDouble());
        waves[n][i] = Math.copySign(weights[i].wave(Math.abs(k)), k);
      }
      phases[n] = 2 * Math.PI * random.nextDouble();
    }
    return new CosineFeatures(waves, phases, Math.sqrt(square));
  }

  /** N. */
  public int width() {
    return phases.length;
  }

  /** Their tangent kernel Σ_n φ_n(x) φ_n(x') over points, {@code [point][coordinate]}. */
  public KernelMatrix kernel(double[][] points) {
    KernelMatrix values = jets(points, 0);
    int size = points.length;
    double[] kernel = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double sum = 0;
        for (int n = 0; n < width(); n++) {
          sum += values.get(a, n) * values.get(b, n);
        }
        kernel[a * size + b] = sum;
      }
    }
    return new KernelMatrix(size, size, kernel, 0);
  }

  /**
   * The features' derivatives at points, ∂^α of feature n at x_a in row α·P + a, column n, with P
   * points and α in the order of {@link JetSpace}.
   *
   * @param points {@code [point][axis]}
   * @param order 0, 1 or 2
   */
  public KernelMatrix jets(double[][] points, int order) {
    int d = waves.length == 0 ? 1 : waves[0].length;
    JetSpace space = new JetSpace(d, order);
    int rows = space.size() * points.length;
    double[] values = new double[Math.multiplyExact(rows, width())];
    double scale = amplitude * Math.sqrt(2.0 / width());
    for (int a = 0; a < points.length; a++) {
      for (int n = 0; n < width(); n++) {
        double angle = phases[n];
        for (int i = 0; i < d; i++) {
          angle += waves[n][i] * points[a][i];
        }
        double cosine = scale * StrictMath.cos(angle);
        double sine = scale * StrictMath.sin(angle);
        int stride = points.length * width();
        int at = a * width() + n;
        values[at] = cosine;
        for (int i = 0; i < d && order >= 1; i++) {
          values[space.index(i) * stride + at] = -waves[n][i] * sine;
          for (int j = i; j < d && order >= 2; j++) {
            values[space.index(i, j) * stride + at] = -waves[n][i] * waves[n][j] * cosine;
          }
        }
      }
    }
    return new KernelMatrix(rows, width(), values, 0);
  }
}
