package org.metricflows.numeric.internal.batch;

import java.util.List;

/**
 * The derivatives that a jet carries: the value at position 0, then the first derivatives, then the
 * second ones.
 *
 * <p>A second derivative D_s passes a function of f by
 *
 * <pre>
 *   D_s σ(f) = σ′(f) D_s f + σ″(f) q_s,      q_s = Σ ± D_i f D_j f
 * </pre>
 *
 * with a quadratic form q_s that is all a chain rule needs to know of it.
 */
public sealed interface JetBasis permits JetSpace, HermitianJetSpace {

  /** Number of coefficients. */
  int size();

  /** Highest derivative, 0, 1 or 2. */
  int order();

  /** Number of first derivatives, at positions 1 … {@code firsts()}. */
  int firsts();

  /** The terms of all quadratic forms q_s, those of one s after another, s ascending. */
  List<Product> products();

  /**
   * The term ± D_left f · D_right f of the quadratic form of a second derivative; all three are
   * positions in the jet.
   */
  record Product(int second, int left, int right, boolean negative) {}
}
