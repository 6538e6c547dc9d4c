package org.metricflows.proofs.internal.tensor;

/**
 * A family of components that indices run over.
 *
 * @param firstVariable the variable that ∂ with its first component differentiates by, −1 if none
 */
record Family(String name, int size, int firstVariable) {

  Range all() {
    return new Range(name, 0, size);
  }
}
