package org.metricflows.bridge.spec;

/** What the network of a Kähler potential is shown of a point. */
public enum PotentialFeatures implements Named {
  /** Re and Im of z_i z̄_j/|z|² of each factor: the Kähler class stays. */
  INVARIANT("invariant"),
  /** Re z_i and Im z_i as rescaled: they jump between patches. */
  RAW("raw");

  private final String label;

  PotentialFeatures(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
