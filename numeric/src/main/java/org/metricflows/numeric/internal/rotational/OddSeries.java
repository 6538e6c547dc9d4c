package org.metricflows.numeric.internal.rotational;

/**
 * Σ a_i s^{2i+1}. Coefficients are copied in and out.
 *
 * @param coefficients a_0, a_1, …
 */
public record OddSeries(double[] coefficients) {

  public OddSeries {
    coefficients = coefficients.clone();
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The value at s. */
  public double value(double s) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * s * s + coefficients[i];
    }
    return sum * s;
  }

  /** The first derivative at s. */
  public double derivative(double s) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * s * s + (2 * i + 1) * coefficients[i];
    }
    return sum;
  }

  /** The second derivative at s. */
  public double secondDerivative(double s) {
    double sum = 0;
    for (int i = coefficients.length - 1; i > 0; i--) {
      sum = sum * s * s + (2 * i + 1) * (2 * i) * coefficients[i];
    }
    return sum * s;
  }

  /** The series of s ↦ f(cs)/c. */
  public OddSeries scaled(double c) {
    double[] scaled = new double[coefficients.length];
    double power = 1;
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = power * coefficients[i];
      power *= c * c;
    }
    return new OddSeries(scaled);
  }

  /** The series times a factor. */
  public OddSeries times(double factor) {
    double[] scaled = coefficients();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new OddSeries(scaled);
  }
}
