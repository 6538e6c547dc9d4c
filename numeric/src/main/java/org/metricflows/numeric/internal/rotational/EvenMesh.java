package org.metricflows.numeric.internal.rotational;

import java.util.Optional;
import org.metricflows.numeric.internal.spectral.EvenGrid;

/** One grid for all states, which have nothing behind ℓ². */
record EvenMesh(EvenGrid grid) implements SphereMesh {

  @Override
  public int size() {
    return grid.size();
  }

  @Override
  public EvenGrid of(double[] state) {
    return grid;
  }

  @Override
  public double[] state(EvenGrid at, double[] v, double square) {
    double[] state = new double[grid.size() + 1];
    grid.project(v, state);
    state[grid.size()] = square;
    return state;
  }

  @Override
  public Optional<double[]> renewed(double[] state) {
    return Optional.empty();
  }
}
