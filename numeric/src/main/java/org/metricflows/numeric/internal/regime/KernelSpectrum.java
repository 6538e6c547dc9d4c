package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.hermitian.Eigenvalues;

/**
 * The eigenvalues of a kernel's Gram matrix, and numbers that sum a kernel up.
 *
 * @param eigenvalues largest first
 */
@SuppressWarnings("ArrayRecordComponent") // freshly made for the caller, who owns it
public record KernelSpectrum(double[] eigenvalues) {

  /**
   * The spectrum of a symmetric matrix.
   *
   * @throws ArithmeticException if an entry is not finite, or the eigenvalues do not converge
   */
  public static KernelSpectrum of(int size, double[] gram) {
    if (!Arrays.stream(gram).allMatch(Double::isFinite)) {
      throw new ArithmeticException("kernel: an entry is not finite");
    }
    return new KernelSpectrum(Eigenvalues.of(size, gram));
  }

  /**
   * e^H with H the entropy of the eigenvalues as fractions of their sum: how many directions the
   * kernel has, from 1 to all (Roy and Vetterli, The effective rank, 2007). Rounding's negative
   * ones count for nothing.
   */
  public double effectiveRank() {
    double sum = 0;
    for (double value : eigenvalues) {
      sum += Math.max(0, value);
    }
    double entropy = 0;
    for (double value : eigenvalues) {
      double fraction = Math.max(0, value) / sum;
      entropy -= fraction > 0 ? fraction * Math.log(fraction) : 0;
    }
    return Math.exp(entropy);
  }

  /** ‖Θ − Θ₀‖/‖Θ₀‖, Frobenius norms. */
  public static double drift(double[] gram, double[] start) {
    double change = 0;
    double size = 0;
    for (int k = 0; k < start.length; k++) {
      change += (gram[k] - start[k]) * (gram[k] - start[k]);
      size += start[k] * start[k];
    }
    return Math.sqrt(change / size);
  }

  /**
   * vᵀΘv/(‖Θ‖ |v|²): 1 where Θ is v vᵀ, small where the kernel moves everything but v (Cristianini
   * and others, On kernel-target alignment, 2001).
   */
  public static double alignment(double[] gram, double[] v) {
    double quadratic = 0;
    double size = 0;
    double length = 0;
    for (int i = 0; i < v.length; i++) {
      double sum = 0;
      for (int j = 0; j < v.length; j++) {
        double entry = gram[i * v.length + j];
        sum += entry * v[j];
        size += entry * entry;
      }
      quadratic += v[i] * sum;
      length += v[i] * v[i];
    }
    return quadratic / (Math.sqrt(size) * length);
  }
}
