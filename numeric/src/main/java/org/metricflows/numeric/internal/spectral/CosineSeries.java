package org.metricflows.numeric.internal.spectral;

/**
 * f(x) = Σ_k f_k cos kx. Coefficients are copied in and out.
 *
 * @param coefficients f_0, f_1, …
 */
public record CosineSeries(double[] coefficients) implements EvenSeries {

  public CosineSeries {
    coefficients = coefficients.clone();
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** f(x). */
  @Override
  public double value(double x) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum += coefficients[k] * Math.cos(k * x);
    }
    return sum;
  }

  /** f′(x). */
  @Override
  public double derivative(double x) {
    double sum = 0;
    for (int k = coefficients.length - 1; k > 0; k--) {
      sum -= k * coefficients[k] * Math.sin(k * x);
    }
    return sum;
  }

  /** f″(x). */
  @Override
  public double secondDerivative(double x) {
    double sum = 0;
    for (int k = coefficients.length - 1; k > 0; k--) {
      sum -= (double) k * k * coefficients[k] * Math.cos(k * x);
    }
    return sum;
  }

  /** ∫₀ˣ f. */
  public double integral(double x) {
    double sum = 0;
    for (int k = coefficients.length - 1; k > 0; k--) {
      sum += coefficients[k] / k * Math.sin(k * x);
    }
    return sum + coefficients[0] * x;
  }

  /** The first modes alone. */
  @Override
  public CosineSeries truncated(int modes) {
    double[] kept = new double[Math.min(modes, coefficients.length)];
    System.arraycopy(coefficients, 0, kept, 0, kept.length);
    return new CosineSeries(kept);
  }

  /** The largest |f_k| with k ≥ first, 0 if there is none. */
  @Override
  public double tail(int first) {
    double largest = 0;
    for (int k = first; k < coefficients.length; k++) {
      largest = Math.max(largest, Math.abs(coefficients[k]));
    }
    return largest;
  }
}
