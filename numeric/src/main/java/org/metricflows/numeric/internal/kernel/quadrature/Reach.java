package org.metricflows.numeric.internal.kernel.quadrature;

/** How far from the origin an activation and its derivatives matter in a Gaussian expectation. */
final class Reach {

  private static final double[] CANDIDATES = {13.5, 18, 26, 37};
  private static final double NEGLIGIBLE = 1e-17;
  private static final double STEP = 0.25;

  private Reach() {}

  /**
   * The shortest of a few ranges |s| ≤ reach beyond which |φ⁽ᵏ⁾(√p s)| e^{−s²/4} is negligible.
   *
   * @throws ArithmeticException if a derivative is not finite there, or there is no such range
   */
  static double of(ActivationSeries activation, double p) {
    for (double reach : CANDIDATES) {
      if (decays(activation, p, reach)) {
        return reach;
      }
    }
    throw new ArithmeticException(
        "activation: grows so fast that its Gaussian expectations do not exist at variance " + p);
  }

  private static boolean decays(ActivationSeries activation, double p, double reach) {
    int half = (int) Math.round(reach / STEP);
    double[] arguments = new double[2 * half + 1];
    for (int j = -half; j <= half; j++) {
      arguments[half + j] = Math.sqrt(p) * j * STEP;
    }
    for (double[] values : activation.at(arguments)) {
      double inside = 0;
      double edge = 0;
      for (int j = -half; j <= half; j++) {
        double s = j * STEP;
        double size = Math.abs(values[half + j]) * Math.exp(-s * s / 4);
        if (!Double.isFinite(values[half + j])) {
          requireFar(s, arguments[half + j]);
          return false;
        }
        inside = Math.max(inside, size);
        edge = Math.abs(s) > reach - 2 * STEP ? Math.max(edge, size) : edge;
      }
      if (edge > NEGLIGIBLE * inside) {
        return false;
      }
    }
    return true;
  }

  /**
   * A function that overflows far out grows too fast; one that does so near the origin is broken.
   */
  private static void requireFar(double s, double argument) {
    if (Math.abs(s) <= CANDIDATES[0]) {
      throw new ArithmeticException(
          "activation: its value or a derivative is not finite at u = " + argument);
    }
  }
}
