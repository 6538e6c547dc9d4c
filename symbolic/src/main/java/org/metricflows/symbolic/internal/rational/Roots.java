package org.metricflows.symbolic.internal.rational;

import java.util.Optional;
import org.metricflows.symbolic.expression.Rational;

/** What polynomial division has to know of the relations α^q = ρ between generators. */
interface Roots {

  /**
   * A polynomial g with f g = scale · norm, the norm primitive and free of roots: where roots occur
   * in f, f divides p exactly when the norm divides p g.
   */
  record Companion(Polynomial conjugate, Rational scale, Polynomial norm) {}

  /** The companion of a short polynomial in which roots occur; none for others. */
  Optional<Companion> companion(Polynomial factor);

  /** The polynomial with α^q replaced by ρ. */
  RationalFunction reduced(Polynomial p);
}
