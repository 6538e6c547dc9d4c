package org.metricflows.bridge.internal.check;

/**
 * Expectations over (u, v) ~ N(0, [[p, r], [r, q]]) by the trapezoidal rule, u = √p s and v = a s +
 * c t with a = r/√p, c² = q − a². For each s the nodes t are laid so that all v stand on one
 * lattice, where φ is evaluated once.
 */
final class GaussianPlane {
  private static final double LEAST_REACH = 9;
  private static final double LARGEST_REACH = 40;

  /** What may be left out beyond the reach, in units of φ's size about the middle. */
  private static final double TAIL = 1e-17;

  private static final double FIRST_STEP = 0.25;
  private static final double FINEST_STEP = 1.0 / 32;

  /** Summation of some 10⁴ terms cannot be asked for more. */
  private static final double ACCURACY = 1e-13;

  /** Below this c/√q, φ(a s + c t) is nearly a polynomial in t, and few nodes t of its own do. */
  private static final double NARROW = 0.05;

  private static final double NARROW_STEP = 0.5;

  private final FieldActivation phi;
  private final int highest;
  private final double root;
  private final double along;
  private final double across;
  private final double largest;
  private final double reach;

  private GaussianPlane(FieldActivation phi, int highest, double p, double q, double r) {
    this.phi = phi;
    this.highest = highest;
    this.root = Math.sqrt(Math.max(0, p));
    this.along = root > 0 ? r / root : 0;
    this.across = Math.sqrt(Math.max(0, q - along * along));
    this.largest = Math.sqrt(Math.max(0, q));
    this.reach = reach(Math.max(root, largest));
  }

  /** Farther out the density has fallen below φ² even where φ grows like an exponential. */
  private double reach(double deviation) {
    double reach = LEAST_REACH;
    double middle = size(deviation) + size(-deviation);
    while (reach < LARGEST_REACH) {
      double edge = size(reach * deviation) + size(-reach * deviation);
      if (!(density(reach) * edge * edge > TAIL * middle * middle)) {
        break;
      }
      reach++;
    }
    return reach;
  }

  private double size(double u) {
    double size = 0;
    for (double derivative : phi.derivatives(u, highest)) {
      size = Math.max(size, Math.abs(derivative));
    }
    return size;
  }

  /**
   * E[φ⁽ᵐ⁾(u) φ⁽ⁿ⁾(v)] at [m][n] for m, n ≤ highest, the step halved until they stand still.
   *
   * @param p the variance of u
   * @param q the variance of v
   * @param r the covariance
   */
  static double[][] moments(FieldActivation phi, int highest, double p, double q, double r) {
    GaussianPlane plane = new GaussianPlane(phi, highest, p, q, r);
    double[][] coarse = plane.moments(FIRST_STEP);
    for (double step = FIRST_STEP / 2; ; step /= 2) {
      double[][] fine = plane.moments(step);
      if (step <= FINEST_STEP || distance(coarse, fine) <= ACCURACY) {
        return fine;
      }
      coarse = fine;
    }
  }

  private static double distance(double[][] coarse, double[][] fine) {
    double distance = 0;
    double size = 0;
    for (int m = 0; m < fine.length; m++) {
      for (int n = 0; n < fine.length; n++) {
        distance = Math.max(distance, Math.abs(coarse[m][n] - fine[m][n]));
        size = Math.max(size, Math.abs(fine[m][n]));
      }
    }
    return distance / size;
  }

  private double[][] moments(double step) {
    double[][] moments = new double[highest + 1][highest + 1];
    double[][] lattice = across > NARROW * largest ? lattice(step * across) : null;
    int nodes = (int) Math.ceil(reach / step);
    for (int i = -nodes; i <= nodes; i++) {
      double s = i * step;
      double[] left = phi.derivatives(root * s, highest);
      double[] right = lattice == null ? narrow(along * s) : onLattice(lattice, step, along * s);
      for (int m = 0; m <= highest; m++) {
        for (int n = 0; n <= highest; n++) {
          moments[m][n] += step * density(s) * left[m] * right[n];
        }
      }
    }
    return moments;
  }

  /** The derivatives at the multiples of a spacing, as far as v gets. */
  private double[][] lattice(double spacing) {
    int half = (int) Math.ceil(reach * (Math.abs(along) + across) / spacing) + 1;
    double[][] lattice = new double[2 * half + 1][];
    for (int j = -half; j <= half; j++) {
      lattice[j + half] = phi.derivatives(j * spacing, highest);
    }
    return lattice;
  }

  /** E[φ⁽ⁿ⁾(v)] over v ~ N(mean, c²), on the lattice of spacing {@code step · c}. */
  private double[] onLattice(double[][] lattice, double step, double mean) {
    double[] sums = new double[highest + 1];
    double spacing = step * across;
    int half = lattice.length / 2;
    int from = Math.max(-half, (int) Math.ceil(mean / spacing - reach / step));
    int to = Math.min(half, (int) Math.floor(mean / spacing + reach / step));
    for (int j = from; j <= to; j++) {
      double weight = step * density((j * spacing - mean) / across);
      double[] values = lattice[j + half];
      for (int n = 0; n <= highest; n++) {
        sums[n] += weight * values[n];
      }
    }
    return sums;
  }

  /** The same for small c. */
  private double[] narrow(double mean) {
    double[] sums = new double[highest + 1];
    int nodes = across > 0 ? (int) Math.ceil(reach / NARROW_STEP) : 0;
    for (int j = -nodes; j <= nodes; j++) {
      double t = j * NARROW_STEP;
      double weight = nodes == 0 ? 1 : NARROW_STEP * density(t);
      double[] values = phi.derivatives(mean + across * t, highest);
      for (int n = 0; n <= highest; n++) {
        sums[n] += weight * values[n];
      }
    }
    return sums;
  }

  private static double density(double s) {
    return Math.exp(-s * s / 2) / Math.sqrt(2 * Math.PI);
  }
}
