package org.metricflows.bridge.internal.rotational;

import java.util.Arrays;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.numeric.internal.spectral.EvenSeries;

/**
 * A sphere by x, the share of the length from pole to pole times π: ψ = ℓ(sin x + v sin³x), χ = ℓ.
 */
record SphereField(SphereEvaluators evaluators) implements RadialField {

  @Override
  public String coordinate() {
    return "x";
  }

  @Override
  public double end() {
    return Math.PI;
  }

  @Override
  public double[][] jets(double[] state, double[] x) {
    EvenGrid grid = evaluators.mesh().of(state);
    int size = grid.size();
    double scale = Math.sqrt(state[size]);
    EvenSeries v = grid.series(Arrays.copyOf(state, size)).truncated(grid.modes());
    double[][] jets = new double[x.length][];
    for (int p = 0; p < x.length; p++) {
      double s = Math.sin(x[p]);
      double c = Math.cos(x[p]);
      double cube = s * s * s;
      double slope = 3 * s * s * c;
      double bend = 6 * s * c * c - 3 * cube;
      double v0 = v.value(x[p]);
      double v1 = v.derivative(x[p]);
      double v2 = v.secondDerivative(x[p]);
      jets[p] =
          new double[] {
            scale * (s + v0 * cube),
            scale * (c + v1 * cube + v0 * slope),
            scale * (-s + v2 * cube + 2 * v1 * slope + v0 * bend),
            scale,
            0
          };
    }
    return jets;
  }
}
