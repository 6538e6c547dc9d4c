package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.network.JetLoss;

/** Σ_a ρ_a² over points that follow one another, with its derivatives 2 ρ_a ∂ρ_a. */
final class SquaredResiduals implements JetLoss {

  private final Residuals residuals;
  private final ThreadLocal<double[]> room = ThreadLocal.withInitial(() -> new double[0]);

  SquaredResiduals(Residuals residuals) {
    this.residuals = residuals;
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    if (room.get().length < count) {
      room.set(new double[count]);
    }
    double[] rho = room.get();
    residuals.evaluate(points[from], count, jets, rho, adjoints);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      sum += rho[p] * rho[p];
    }
    for (double[] slope : adjoints) {
      for (int p = 0; p < count; p++) {
        slope[p] *= 2 * rho[p];
      }
    }
    return sum;
  }
}
