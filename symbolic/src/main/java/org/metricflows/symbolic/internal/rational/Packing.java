package org.metricflows.symbolic.internal.rational;

/**
 * Monomials packed into a {@code long}: one bit field a variable, the first variable highest, the
 * top bit of each field free so that an overflow of a sum shows.
 *
 * @param variables number of variables
 */
record Packing(int variables) {
  private static final int MOST_VARIABLES = 20;

  Packing {
    if (variables > MOST_VARIABLES) {
      throw new BudgetException("more than " + MOST_VARIABLES + " independent functions");
    }
  }

  private int bits() {
    return Math.min(16, 63 / Math.max(1, variables));
  }

  private int shift(int variable) {
    return bits() * (variables - 1 - variable);
  }

  /** The key of variable^exponent. */
  long power(int variable, int exponent) {
    if (exponent >= 1L << (bits() - 1)) {
      throw new BudgetException("a polynomial of degree " + exponent);
    }
    return (long) exponent << shift(variable);
  }

  int exponent(long key, int variable) {
    return (int) (key >>> shift(variable)) & ((1 << bits()) - 1);
  }

  int[] exponents(long key) {
    int[] exponents = new int[variables];
    for (int v = 0; v < variables; v++) {
      exponents[v] = exponent(key, v);
    }
    return exponents;
  }

  /** The top bits of all fields. */
  long guard() {
    long guard = 0;
    for (int v = 0; v < variables; v++) {
      guard |= 1L << (shift(v) + bits() - 1);
    }
    return guard;
  }
}
