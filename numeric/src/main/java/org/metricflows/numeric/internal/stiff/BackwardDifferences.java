package org.metricflows.numeric.internal.stiff;

import java.util.Arrays;

/**
 * The table ∇⁰y, ∇¹y, …, ∇ᵖ⁺²y of backward differences of a solution at even steps h, and with it
 * the numerical differentiation formula of order p ≤ 5 (Klopfenstein 1971; Shampine and Reichelt
 * 1997):
 *
 * <pre>
 *   Σ_{m=1}^p (1/m) ∇ᵐy_{n+1} − κ_p γ_p d = h ẏ_{n+1},     γ_p = Σ_{m=1}^p 1/m,
 *   d = y_{n+1} − Σ_{m=0}^p ∇ᵐy_n ,     local error (κ_p γ_p + 1/(p+1)) d
 * </pre>
 *
 * <p>κ_p = 0 is the backward differentiation formula. Klopfenstein's κ shrink the error as far as
 * the region of stability bears it: all are stable in a sector about the negative axis, of 90° for
 * p ≤ 2 and 51° for p = 5.
 */
final class BackwardDifferences {

  /** The highest order; beyond it the formulas are not stable near the imaginary axis. */
  static final int LARGEST_ORDER = 5;

  private static final double[] KAPPA = {0, -0.1850, -1.0 / 9, -0.0823, -0.0415, 0};

  private final double[][] table;
  private final double[][] rescaled;
  private int order = 1;
  private double step;

  /** From a state, its derivative and a first step, at order 1. */
  BackwardDifferences(double[] y, double[] yDot, double step) {
    this.table = new double[LARGEST_ORDER + 3][y.length];
    this.rescaled = new double[LARGEST_ORDER + 1][y.length];
    this.step = step;
    System.arraycopy(y, 0, table[0], 0, y.length);
    for (int i = 0; i < y.length; i++) {
      table[1][i] = step * yDot[i];
    }
  }

  int order() {
    return order;
  }

  double step() {
    return step;
  }

  /** 1 + 1/2 + … + 1/p. */
  private static double harmonic(int p) {
    double sum = 0;
    for (int m = 1; m <= p; m++) {
      sum += 1.0 / m;
    }
    return sum;
  }

  /** (1 − κ_p)γ_p: ẏ_{n+1} is this times d/h, and more that is known. */
  private static double leading(int p) {
    return (1 - KAPPA[p]) * harmonic(p);
  }

  /** c of the equation ψ + d = c ẏ_{n+1} for d. */
  double implicitness() {
    return step / leading(order);
  }

  /** y_{n+1} extrapolated: d = 0. */
  void predict(double[] y) {
    Arrays.fill(y, 0);
    for (int m = order; m >= 0; m--) {
      add(1, table[m], y);
    }
  }

  /** ψ: what the past says of c ẏ_{n+1}. */
  void past(double[] psi) {
    Arrays.fill(psi, 0);
    for (int m = 1; m <= order; m++) {
      add(harmonic(m) / leading(order), table[m], psi);
    }
  }

  /** What d is multiplied by in the local error of the present order. */
  double errorFactor() {
    return errorFactor(order);
  }

  private static double errorFactor(int p) {
    return KAPPA[p] * harmonic(p) + 1.0 / (p + 1);
  }

  /** Moves on by one step with a correction d that solves the formula. */
  void accept(double[] d) {
    for (int i = 0; i < d.length; i++) {
      table[order + 2][i] = d[i] - table[order + 1][i];
      table[order + 1][i] = d[i];
    }
    for (int m = order; m >= 0; m--) {
      add(1, table[m + 1], table[m]);
    }
  }

  /**
   * The local error that the formula of order p + change would have made in the step just accepted,
   * in a norm; infinite for an order that there is not.
   */
  double error(int change, ErrorNorm norm, double[] y) {
    int p = order + change;
    return p < 1 || p > LARGEST_ORDER
        ? Double.POSITIVE_INFINITY
        : errorFactor(p) * norm.of(table[p + 1], y);
  }

  /** Changes the order, by at most one upwards, after as many even steps as the order and one. */
  void setOrder(int order) {
    this.order = order;
  }

  /**
   * Differences at steps longer by a factor: those of the same polynomial, whose m-th difference at
   * step qh is Σ_k M_mk(q) ∇ᵏ with Shampine and Reichelt's M = R(q) R(1).
   */
  void stretch(double factor) {
    double[][] change = product(stretching(order, factor), stretching(order, 1));
    for (int m = 0; m <= order; m++) {
      Arrays.fill(rescaled[m], 0);
      for (int k = 0; k <= order; k++) {
        add(change[k][m], table[k], rescaled[m]);
      }
    }
    for (int m = 0; m <= order; m++) {
      System.arraycopy(rescaled[m], 0, table[m], 0, table[m].length);
    }
    step *= factor;
  }

  /** R_jk(q) = Π_{i=1}^j (i − 1 − qk)/i. */
  private static double[][] stretching(int order, double factor) {
    double[][] r = new double[order + 1][order + 1];
    Arrays.fill(r[0], 1);
    for (int j = 1; j <= order; j++) {
      for (int k = 1; k <= order; k++) {
        r[j][k] = r[j - 1][k] * (j - 1 - factor * k) / j;
      }
    }
    return r;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  /** A copy of ∇⁰y … ∇ᵖy, which are those of the polynomial through the last p + 1 states. */
  double[][] polynomial() {
    double[][] copy = new double[order + 1][];
    Arrays.setAll(copy, m -> table[m].clone());
    return copy;
  }
}
