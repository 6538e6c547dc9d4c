package org.metricflows.numeric.internal.rotational;

import java.util.Optional;
import org.metricflows.numeric.internal.spectral.EvenGrid;

/**
 * Where the points of spheres are: v at them and ℓ² make a state, and what else the mesh needs to
 * find them again stands behind. Not to be used by two threads at once.
 */
public interface SphereMesh {

  /** The number of points. */
  int size();

  /** The grid of a state. */
  EvenGrid of(double[] state);

  /** A state of v at the points of its grid, projected onto its modes, and ℓ². */
  double[] state(EvenGrid grid, double[] v, double square);

  /** The same sphere at points that suit it better, if that is worth the while. */
  Optional<double[]> renewed(double[] state);

  /** Points in proportion to arc length, at all times. */
  static SphereMesh even(EvenGrid grid) {
    return new EvenMesh(grid);
  }
}
