package org.metricflows.bridge.internal.spec;

/** How a local kernel couples the components of the metric. */
public enum Supermetric implements Named {
  /** Not at all: each function of the ansatz follows its own derivative. */
  IDENTITY("identity"),
  /** g_ik g_jl + g_il g_jk, over the loss's density. */
  DEWITT("dewitt");

  private final String label;

  Supermetric(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
