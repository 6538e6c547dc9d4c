package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.JetFunction;
import org.metricflows.numeric.internal.kernel.quadrature.GaussianQuadrature;

/**
 * Dual functions by quadrature, for a smooth activation without closed form.
 *
 * <p>A Gaussian expectation of two factors is a sum over their Hermite coefficients (Mehler),
 *
 * <pre>
 *   E[f(u) g(v)] = Σ_n f_n(p) g_n(q) ρⁿ,   f_n(p) = E[f(√p s) h_n(s)],   ρ = r/√(pq),
 * </pre>
 *
 * with orthonormal h_n and s ~ N(0, 1): one-dimensional quadrature at each point does for all
 * pairs. By Price's theorem the derivatives ∂_p^a ∂_q^b ∂_r^c κ = 2^{−(a+b)} E[φ⁽²ᵃ⁺ᶜ⁾(u)
 * φ⁽²ᵇ⁺ᶜ⁾(v)] are sums of the same kind, stable at coincident points (ρ = 1) and at the origin (p =
 * 0) alike. Terms and nodes are added until the coefficients stand still; an accuracy worse than
 * 10⁻¹² is refused.
 *
 * @param activation φ
 * @param quadrature the rule that the coefficients are computed with
 */
public record ExpectationDual(JetFunction activation, GaussianQuadrature quadrature)
    implements KernelDual {

  /**
   * Quadrature by the trapezoidal rule, the better one wherever φ is analytic near the real line.
   */
  public static ExpectationDual of(JetFunction activation) {
    return new ExpectationDual(activation, GaussianQuadrature.TRAPEZOIDAL);
  }

  @Override
  public PairKernel pairs(KernelArchitecture architecture, PairSpace space) {
    return new ExpectationKernel(architecture, space, this);
  }
}
