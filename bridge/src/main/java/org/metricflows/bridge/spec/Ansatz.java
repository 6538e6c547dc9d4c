package org.metricflows.bridge.spec;

/** How the metric is made of the network's outputs f and the background g₀. */
public enum Ansatz implements Named {
  /** g = g₀ + f. */
  ADDITIVE("additive"),
  /** g = e^{2f} g₀. */
  CONFORMAL("conformal"),
  /** g_ii = g₀_ii e^{2f_i}, all else 0. */
  DIAGONAL_EXPONENTIAL("diagonal-exponential"),
  /** g = (C+f)(C+f)ᵀ, f lower triangular, C Cᵀ = g₀. */
  CHOLESKY("cholesky");

  private final String label;

  Ansatz(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The number of outputs the network must have in dimension d. */
  public int outputs(int dimension) {
    return switch (this) {
      case ADDITIVE, CHOLESKY -> dimension * (dimension + 1) / 2;
      case DIAGONAL_EXPONENTIAL -> dimension;
      case CONFORMAL -> 1;
    };
  }
}
