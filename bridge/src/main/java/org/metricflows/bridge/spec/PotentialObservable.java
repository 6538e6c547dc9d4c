package org.metricflows.bridge.spec;

/** What records of a variety's run carry of the metric tangent kernel. */
public enum PotentialObservable implements Named {
  /** All eigenvalues. */
  NTK_SPECTRUM("ntk_spectrum"),
  /** ‖Θ_t − Θ_0‖/‖Θ_0‖. */
  NTK_DRIFT("ntk_drift"),
  /** vᵀΘv/(‖Θ‖|v|²) with v the derivative of the squared loss by the metric. */
  ALIGNMENT("alignment"),
  /** The exponential of the spectrum's entropy. */
  EFFECTIVE_RANK("effective_rank");

  private final String label;

  PotentialObservable(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
