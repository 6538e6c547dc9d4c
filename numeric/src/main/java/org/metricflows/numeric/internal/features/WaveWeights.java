package org.metricflows.numeric.internal.features;

/**
 * The weights e^{−ℓ²κ²/2} of the waves κ = 2πk/P along one periodic coordinate, k = 0, 1, …, cut
 * where they no longer change a sum in double precision, fourth derivatives included.
 */
final class WaveWeights {

  /** (ℓκ)⁴ e^{−(ℓκ)²/2} is below 1e-17 from here on. */
  private static final double REACH = 10.5;

  private static final int MOST = 1 << 20;

  private final double unit;
  private final double[] weights;

  private WaveWeights(double unit, double[] weights) {
    this.unit = unit;
    this.weights = weights;
  }

  /** Whether no more than a million waves would matter. */
  static boolean areFew(double period, double bandwidth) {
    return bandwidth > 0 && highest(2 * Math.PI / period, bandwidth) <= MOST;
  }

  private static double highest(double unit, double bandwidth) {
    return Math.ceil(REACH / (bandwidth * unit));
  }

  /**
   * @param period P > 0
   * @param bandwidth ℓ > 0
   * @throws IllegalArgumentException if more than a million waves would matter
   */
  static WaveWeights of(double period, double bandwidth) {
    double unit = 2 * Math.PI / period;
    double highest = highest(unit, bandwidth);
    if (!areFew(period, bandwidth)) {
      throw new IllegalArgumentException(
          "bandwidth: " + bandwidth + " is too small for the period " + period);
    }
    double[] weights = new double[(int) highest + 1];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = StrictMath.exp(-0.5 * Math.pow(bandwidth * unit * k, 2));
    }
    return new WaveWeights(unit, weights);
  }

  /** Number of waves k ≥ 0. */
  int count() {
    return weights.length;
  }

  /** κ of the wave k. */
  double wave(int k) {
    return unit * k;
  }

  /** e^{−ℓ²κ²/2}. */
  double weight(int k) {
    return weights[k];
  }

  /** Σ over all k, positive and negative. */
  double total() {
    double sum = 0;
    for (int k = weights.length - 1; k > 0; k--) {
      sum += 2 * weights[k];
    }
    return sum + weights[0];
  }

  /** The k whose share of {@link #total} holds the fraction u ∈ [0, 1), negative ones included. */
  int draw(double u) {
    double rest = u * total() - weights[0];
    int k = 0;
    while (rest >= 0 && k + 1 < weights.length) {
      k++;
      rest -= 2 * weights[k];
    }
    boolean negative = k > 0 && rest >= -weights[k];
    return negative ? -k : k;
  }
}
