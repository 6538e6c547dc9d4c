package org.metricflows.numeric.internal.kernel.quadrature;

import java.util.List;

/** Moments E[φ⁽ᵐ⁾(u) φ⁽ⁿ⁾(v)] = Σ_j α⁽ᵐ⁾_j(p) α⁽ⁿ⁾_j(q) ρʲ of pairs, one after another. */
public final class MomentSums {

  /** The relative error, to the product of the two factors' norms, beyond which it is refused. */
  private static final double LIMIT = 1e-12;

  /** Terms are dropped once ρʲ is smaller. */
  private static final double NEGLIGIBLE = 1e-20;

  private final int[][] orders;
  private final double[] moments;
  private final double[][] damped;
  private final double[] sizes;
  private double[] powers = new double[0];

  /** The moments of these orders (m, n). */
  public MomentSums(List<List<Integer>> orders) {
    this.orders = orders.stream().map(o -> new int[] {o.get(0), o.get(1)}).toArray(int[][]::new);
    this.moments = new double[orders.size()];
    this.sizes = new double[orders.size()];
    int highest = orders.stream().mapToInt(o -> o.get(0)).max().orElse(0);
    this.damped = new double[highest + 1][0];
  }

  /**
   * Computes the moments at covariance r.
   *
   * @return an estimate of their error, relative to {@link #size}
   * @throws ArithmeticException if that is more than 10⁻¹²
   */
  public double compute(HermiteExpansion left, HermiteExpansion right, double r) {
    double scale = Math.sqrt(left.argument()) * Math.sqrt(right.argument());
    double rho = scale == 0 ? 0 : Math.max(-1, Math.min(1, r / scale));
    int length = Math.min(left.length(), right.length());
    double error = error(left, right, Math.pow(Math.abs(rho), length));
    int terms = powers(rho, length);
    for (int m = 0; m < damped.length; m++) {
      damp(m, left.coefficients(m), terms);
    }
    for (int i = 0; i < orders.length; i++) {
      double[] other = right.coefficients(orders[i][1]);
      moments[i] = DotProduct.of(damped[orders[i][0]], other, terms);
      sizes[i] = left.norm(orders[i][0]) * right.norm(orders[i][1]);
    }
    return error;
  }

  public double moment(int position) {
    return moments[position];
  }

  /** The product of the factors' norms, which a moment's error is relative to. */
  public double size(int position) {
    return sizes[position];
  }

  private static double error(HermiteExpansion left, HermiteExpansion right, double last) {
    double missing = Math.sqrt(left.missing() * right.missing()) * last;
    double error = missing + left.settling() + right.settling();
    if (!(error <= LIMIT)) {
      throw new ArithmeticException(
          "activation: quadrature reaches a relative accuracy of only "
              + error
              + " at variances "
              + left.argument()
              + " and "
              + right.argument()
              + ", 1e-12 is needed; it may vary too fast, or not be smooth");
    }
    return error;
  }

  /** Fills in 1, ρ, ρ², … and returns how many of them count. */
  private int powers(double rho, int length) {
    if (powers.length < length) {
      powers = new double[length];
      for (int m = 0; m < damped.length; m++) {
        damped[m] = new double[length];
      }
    }
    double power = 1;
    for (int j = 0; j < length; j++) {
      powers[j] = power;
      power *= rho;
      if (Math.abs(power) < NEGLIGIBLE) {
        return j + 1;
      }
    }
    return length;
  }

  private void damp(int m, double[] coefficients, int terms) {
    for (int j = 0; j < terms; j++) {
      damped[m][j] = coefficients[j] * powers[j];
    }
  }
}
