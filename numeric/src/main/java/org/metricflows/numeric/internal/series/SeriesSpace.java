package org.metricflows.numeric.internal.series;

import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.hermitian.HermitianIndex;

/**
 * The coefficients of real series f = Σ f_αβ̄ u^α ū^β in m complex coordinates, with monomials
 *
 * <pre>
 *   1; u₁, …, u_m; u₁², u₁u₂, …, u₁u_m, u₂², …, u_m²
 * </pre>
 *
 * and what is above degree 2 in u or in ū cut off. They are Taylor coefficients: ∂_a∂_a f is twice
 * the one of u_a². With n monomials, the Hermitian matrix f_αβ̄ is packed in n² real numbers, for
 * each α: f_αᾱ, then Re f_αβ̄ and Im f_αβ̄ for β > α.
 *
 * @param dimension m ≥ 1
 */
public record SeriesSpace(int dimension) {

  public SeriesSpace {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension: " + dimension + " is not at least 1");
    }
  }

  /** Number of monomials, (m + 1)(m + 2)/2. */
  public int monomials() {
    return (dimension + 1) * (dimension + 2) / 2;
  }

  /** Number of real coefficients, the square of that. */
  public int size() {
    return monomials() * monomials();
  }

  /** Position of u_a among the monomials, a counted from 0. */
  public int monomial(int a) {
    return 1 + a;
  }

  /** Position of u_a u_b among the monomials. */
  public int monomial(int a, int b) {
    return new JetSpace(dimension, 2).index(a, b);
  }

  /** Degree of a monomial. */
  public int degree(int monomial) {
    return monomial == 0 ? 0 : monomial <= dimension ? 1 : 2;
  }

  /** Position of Re f_αβ̄, in either order of α and β. */
  public int real(int alpha, int beta) {
    return new HermitianIndex(monomials()).real(alpha, beta);
  }

  /** Position of Im f_αβ̄ for α &lt; β, which is −Im f_βᾱ. */
  public int imaginary(int alpha, int beta) {
    return new HermitianIndex(monomials()).imaginary(alpha, beta);
  }
}
