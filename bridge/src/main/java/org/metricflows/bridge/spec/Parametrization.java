package org.metricflows.bridge.spec;

/** What of a layer is trained. */
public enum Parametrization implements Named {
  /** z = (σ_w/√n) W h + σ_b b with W, b ~ N(0,1) trained. */
  NTK("ntk"),
  /** z = W h + b with W ~ N(0, σ_w²/n), b ~ N(0, σ_b²) trained. */
  STANDARD("standard");

  private final String label;

  Parametrization(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
