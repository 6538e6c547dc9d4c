package org.metricflows.numeric.internal.algebraic;

import java.util.List;

/**
 * What permutations and phases of the coordinates leave a variety as it is.
 *
 * <p>Phases multiply z^α z̄^β by 1, all of them, where α − β is an integer combination of the
 * differences of exponents that occur within one equation.
 */
public final class Symmetry {
  private final List<int[]> permutations;
  private final IntegerLattice phases;
  private final boolean isReal;

  /**
   * @param permutations the group, each by where coordinate i goes
   * @param differences of exponents of two monomials of an equation, enough to span all
   * @param isReal whether complex conjugation is a symmetry, too
   */
  public Symmetry(List<int[]> permutations, List<int[]> differences, boolean isReal) {
    this.permutations = List.copyOf(permutations);
    this.phases = IntegerLattice.of(permutations.get(0).length, differences);
    this.isReal = isReal;
  }

  List<int[]> permutations() {
    return permutations;
  }

  /** Whether all phases leave z^α z̄^β as it is. */
  boolean keeps(int[] alpha, int[] beta) {
    long[] difference = new long[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      difference[i] = (long) alpha[i] - beta[i];
    }
    return phases.contains(difference);
  }

  boolean isReal() {
    return isReal;
  }
}
