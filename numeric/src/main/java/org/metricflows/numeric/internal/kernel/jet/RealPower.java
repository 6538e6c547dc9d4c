package org.metricflows.numeric.internal.kernel.jet;

/**
 * u ↦ uᵉ for positive u (any u other than zero if e is an integer).
 *
 * @param exponent e, finite
 */
public record RealPower(double exponent) implements Univariate {

  public RealPower {
    if (!Double.isFinite(exponent)) {
      throw new IllegalArgumentException("exponent: " + exponent + " is not finite");
    }
  }

  @Override
  public void taylor(double u, int order, double[] out) {
    out[0] = value(u);
    double inverse = 1 / u;
    for (int k = 1; k <= order; k++) {
      out[k] = out[k - 1] * inverse * ((exponent - k + 1) / k);
    }
  }

  @Override
  public void relativeTaylor(double u, int order, double[] out) {
    out[0] = value(u);
    for (int k = 1; k <= order; k++) {
      out[k] = out[k - 1] * ((exponent - k + 1) / k);
    }
  }

  @Override
  public boolean isRelative() {
    return true;
  }

  private double value(double u) {
    if (exponent == -1) {
      return 1 / u;
    }
    if (exponent == 0.5) {
      return Math.sqrt(u);
    }
    if (exponent == -0.5) {
      return 1 / Math.sqrt(u);
    }
    if (exponent == -1.5) {
      return 1 / (u * Math.sqrt(u));
    }
    return Math.pow(u, exponent);
  }
}
