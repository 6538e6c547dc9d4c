package org.metricflows.numeric.internal.spectral;

/** A function on [0, π] that continues evenly at both ends, as a sum of modes. */
public interface EvenSeries {

  /** f(x). */
  double value(double x);

  /** f′(x). */
  double derivative(double x);

  /** f″(x). */
  double secondDerivative(double x);

  /** The first modes alone. */
  EvenSeries truncated(int modes);

  /** The largest |f_k| with k ≥ first, 0 if there is none. */
  double tail(int first);
}
