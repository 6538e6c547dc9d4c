package org.metricflows.numeric.internal.spectral;

/**
 * Points of [0, π], the ends not among them, and calculus by them with functions that continue
 * evenly at both ends. Arrays may be longer than the points and must not be the same.
 */
public interface EvenGrid {

  /** The number n of points. */
  int size();

  /** The number K of modes that are kept. */
  int modes();

  /** A copy of the points x_j, increasing. */
  double[] points();

  /** A copy of sin x at the points. */
  double[] sines();

  /** A copy of cos x at the points. */
  double[] cosines();

  /** f without its modes from K on. */
  void project(double[] f, double[] result);

  /** f′. */
  void differentiate(double[] f, double[] result);

  /** f″. */
  void differentiateTwice(double[] f, double[] result);

  /** ∫₀ˣ (f − f̄) with the mean f̄: zero at both ends. */
  void integrate(double[] f, double[] result);

  /** f̄ = (1/π)∫₀^π f. */
  double mean(double[] f);

  /** The function of all n modes through the values of f at the points. */
  EvenSeries series(double[] f);

  /** Σ_j w_j f(x_j) = ∫₀^π f dx. */
  double[] weights();

  /**
   * Σ_j w_j f(x_j) = ∫₀^π f sin x dx for even f, where the mean of f sin x would converge with the
   * square of the spacing only.
   */
  double[] sineWeights();
}
