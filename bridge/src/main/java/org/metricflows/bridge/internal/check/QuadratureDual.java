package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.symbolic.network.Activation;

/**
 * Dual functions of any smooth activation by brute force: Taylor polynomials in the changes of p, q
 * and r, whose coefficients Price's theorem gives as expectations,
 *
 * <pre>
 *   κ = Σ_abc δpᵃ δq^b δrᶜ / (2^{a+b} a! b! c!) · E[φ⁽²ᵃ⁺ᶜ⁾(u) φ⁽²ᵇ⁺ᶜ⁾(v)],
 * </pre>
 *
 * and those by the trapezoidal rule in the plane, u = √p s, v = (r/√p) s + √(q − r²/p) t.
 */
final class QuadratureDual implements FieldDual {
  private final FieldActivation activation;

  QuadratureDual(Activation activation) {
    this.activation = new FieldActivation(activation);
  }

  @Override
  public DerivativeStructure[] at(
      DerivativeStructure p, DerivativeStructure q, DerivativeStructure r) {
    int order = p.getOrder();
    double[][] moments =
        GaussianPlane.moments(activation, 2 * order + 1, p.getValue(), q.getValue(), r.getValue());
    return new DerivativeStructure[] {expand(moments, 0, p, q, r), expand(moments, 1, p, q, r)};
  }

  /**
   * @param moments E[φ⁽ᵐ⁾(u) φ⁽ⁿ⁾(v)] at [m][n]
   * @param shift 0 for κ, 1 for κ̇
   */
  private static DerivativeStructure expand(
      double[][] moments,
      int shift,
      DerivativeStructure p,
      DerivativeStructure q,
      DerivativeStructure r) {
    int order = p.getOrder();
    DerivativeStructure[] dp = powers(p.subtract(p.getValue()).multiply(0.5), order);
    DerivativeStructure[] dq = powers(q.subtract(q.getValue()).multiply(0.5), order);
    DerivativeStructure[] dr = powers(r.subtract(r.getValue()), order);
    DerivativeStructure sum = p.newInstance(0.0);
    for (int a = 0; a <= order; a++) {
      for (int b = 0; a + b <= order; b++) {
        DerivativeStructure outer = dp[a].multiply(dq[b]);
        for (int c = 0; a + b + c <= order; c++) {
          double moment = moments[2 * a + c + shift][2 * b + c + shift];
          sum = sum.add(outer.multiply(dr[c]).multiply(moment));
        }
      }
    }
    return sum;
  }

  /** xᵏ/k!. */
  private static DerivativeStructure[] powers(DerivativeStructure x, int order) {
    DerivativeStructure[] powers = new DerivativeStructure[order + 1];
    powers[0] = x.newInstance(1.0);
    for (int k = 1; k <= order; k++) {
      powers[k] = powers[k - 1].multiply(x).multiply(1.0 / k);
    }
    return powers;
  }
}
