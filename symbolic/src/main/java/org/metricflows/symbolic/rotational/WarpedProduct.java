package org.metricflows.symbolic.rotational;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/**
 * The metric χ(x)² dx² + ψ(x)² g_S in any coordinate x.
 *
 * <p>Derivations take ψ, ψ_x, ψ_xx, χ, χ_x at a point, by the names psi, psid1, psid11, chi, chid1.
 *
 * @param dimension n ≥ 2
 */
public record WarpedProduct(int dimension) {

  public WarpedProduct {
    requireDimension(dimension);
  }

  static void requireDimension(int dimension) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension: " + dimension + " is below 2");
    }
  }

  /** K_rad, K_tan and R: the names Krad, Ktan, R. */
  public Derivation curvature() {
    return draft().build("Krad", "Ktan", "R");
  }

  /** Ricci flow with x held fixed: ψ_t and χ_t, the names psit and chit. */
  public Derivation ricciFlow() {
    Derivation.Builder b = draft();
    Expr radial = b.value("Krad");
    Expr tangential = radial.plus(b.value("Ktan").times(dimension - 2L));
    b.define("psit", "\\partial_t\\psi", tangential.times(b.value("psi")).negate());
    b.define("chit", "\\partial_t\\chi", radial.times(b.value("chi")).times(1L - dimension));
    return b.build("psit", "chit");
  }

  private Derivation.Builder draft() {
    Derivation.Builder b = Derivation.builder();
    Expr psi = b.input("psi", "\\psi");
    Expr psiX = b.input("psid1", "\\partial_x\\psi");
    Expr psiXx = b.input("psid11", "\\partial_x^2\\psi");
    Expr chi = b.input("chi", "\\chi");
    Expr chiX = b.input("chid1", "\\partial_x\\chi");
    Expr slope = b.define("psis", "\\psi_s", psiX.over(chi));
    Expr bend = b.define("psiss", "\\psi_{ss}", psiXx.minus(slope.times(chiX)).over(chi.pow(2)));
    Expr radial = b.define("Krad", "K_{rad}", bend.over(psi).negate());
    Expr tangential = b.define("Ktan", "K_{tan}", Expr.of(1).minus(slope.pow(2)).over(psi.pow(2)));
    b.define("R", scalar(dimension, radial, tangential));
    return b;
  }

  /** R = (n−1)(2 K_rad + (n−2) K_tan). */
  static Expr scalar(int n, Expr radial, Expr tangential) {
    return radial.times(2).plus(tangential.times(n - 2L)).times(n - 1L);
  }
}
