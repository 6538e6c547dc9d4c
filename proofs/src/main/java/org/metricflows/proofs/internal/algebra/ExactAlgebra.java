package org.metricflows.proofs.internal.algebra;

/**
 * Taylor arithmetic with indeterminates for all that is generic: what vanishes here vanishes
 * identically.
 *
 * <p>Meant for small identities; a {@link TooLargeException} ends what would not be.
 */
public final class ExactAlgebra extends TaylorAlgebra<Fraction> {

  /**
   * @param variables number of variables
   * @param order highest order of Taylor polynomials
   * @param products how many products of polynomials' terms may be formed
   */
  public ExactAlgebra(int variables, int order, long products) {
    super(variables, order, new Fractions(new Budget(products)));
  }

  /** Whether the function is zero at the generic point, identically in all indeterminates. */
  public boolean vanishes(Taylor<Fraction> a) {
    return a.base().isZero();
  }
}
