package org.metricflows.proofs.internal.algebra;

/**
 * A Taylor polynomial with residues as coefficients.
 *
 * @param order the order up to which it is known, {@link Integer#MAX_VALUE} for a constant
 * @param coefficients one for each monomial up to the order; a constant has one
 */
public record Residues(int order, long[] coefficients) {

  static final int ALL = Integer.MAX_VALUE;

  static Residues constant(long value) {
    return new Residues(ALL, new long[] {value});
  }

  boolean isConstant() {
    return order == ALL;
  }

  long base() {
    return coefficients[0];
  }

  boolean isZero() {
    return isConstant() && coefficients[0] == 0;
  }
}
