package org.metricflows.proofs.internal.algebra;

/** How many products of terms an exact computation may take before it is given up. */
final class Budget {
  private long left;

  Budget(long products) {
    this.left = products;
  }

  void spend(long products) {
    left -= products;
    if (left < 0) {
      throw new TooLargeException("the exact computation has too many terms");
    }
  }
}
