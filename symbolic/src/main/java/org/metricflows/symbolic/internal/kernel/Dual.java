package org.metricflows.symbolic.internal.kernel;

import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** What is known about the dual functions κ, κ̇ of an activation. */
public sealed interface Dual {

  /** The variance of u. */
  Symbol P = Expr.symbol("p");

  /** The variance of v. */
  Symbol Q = Expr.symbol("q");

  /** The covariance of u and v. */
  Symbol R = Expr.symbol("r");

  /** The argument of an activation. */
  Symbol U = Expr.symbol("u");

  /**
   * Formulas that are smooth wherever p, q ≥ 0 and r² ≤ pq.
   *
   * @param kappa κ in {@link #P}, {@link #Q}, {@link #R}
   * @param kappaDot κ̇
   */
  record ClosedForm(Expr kappa, Expr kappaDot) implements Dual {

    /** κ̇ from Price's theorem, ∂κ/∂r. */
    static ClosedForm of(Expr kappa) {
      return new ClosedForm(kappa, kappa.differentiate(R));
    }
  }

  /**
   * φ(u) = right · u for u > 0 and left · u for u &lt; 0. Its kernel has a kink where the points
   * are parallel: only its values are of use.
   */
  record PiecewiseLinear(Rational right, Rational left) implements Dual {

    /** κ, by the angle θ between the points. */
    public Expr kappa() {
      return ArcCosine.kappa(right, left);
    }

    /** κ̇. */
    public Expr kappaDot() {
      return ArcCosine.kappaDot(right, left);
    }
  }

  /** No closed form: the expectations are left to quadrature of this smooth activation. */
  record Expectation(Expr activation) implements Dual {}

  /**
   * The dual of an activation.
   *
   * @param activation φ(u), an expression of {@link #U} alone
   * @throws InputException if φ has a kink or jump other than at the origin of a piecewise-linear
   *     function
   */
  static Dual of(Expr activation) {
    Optional<List<Expr>> coefficients = Polynomial.coefficients(activation, U);
    if (coefficients.isPresent()) {
      return PolynomialDual.of(coefficients.get());
    }
    Optional<ClosedForm> known = DualTable.find(activation);
    if (known.isPresent()) {
      return known.get();
    }
    if (activation.isSmooth()) {
      return new Expectation(activation);
    }
    return Slopes.of(activation, U)
        .map(s -> new PiecewiseLinear(s.right(), s.left()))
        .orElseThrow(
            () ->
                InputException.of(
                    "network.activation",
                    activation
                        + " has a kink or a jump; an infinite-width kernel needs a smooth activation"
                        + " or one that is linear on either side of 0"));
  }
}
