package org.metricflows.symbolic.internal.kahler;

import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;

/**
 * A loss density ℓ of a Kähler metric at a point of a Calabi–Yau variety, in invariants of the
 * metric; the loss is L = Σ_a w_a ℓ(x_a)/Σ_a w_a.
 */
public sealed interface KahlerLoss permits MongeAmpereLoss, KahlerDensity {

  /** What it is called. */
  String name();

  /** The formula of L. */
  String latex();

  /** The formula of L for a terminal. */
  String text();

  /** Whether ℓ compares with the Fubini–Study metric, which is an input then. */
  boolean readsReference();

  /** ℓ as an expression over lines of {@code builder}. */
  Expr density(Derivation.Builder builder, KahlerInvariants invariants);

  /**
   * Expressions whose squares add up to ℓ, over lines of {@code builder}; none if ℓ is not known as
   * a sum of squares.
   */
  List<Expr> residuals(Derivation.Builder builder, KahlerInvariants invariants);

  /** Number of {@link #residuals}. */
  int squares();
}
