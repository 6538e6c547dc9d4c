package org.metricflows.bridge.internal.check;

/** How the independent paths are called. */
final class Oracles {
  /** Taylor polynomials in several variables. */
  static final String STRUCTURE = "DerivativeStructure";

  /** First derivatives by many variables. */
  static final String GRADIENT = "Gradient";

  private Oracles() {}
}
