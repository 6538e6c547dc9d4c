package org.metricflows.bridge.spec;

/** How the outputs share the network. */
public enum Outputs implements Named {
  /** One network of one output a component. */
  INDEPENDENT("independent"),
  /** One body, a read-out a component. */
  SHARED("shared");

  private final String label;

  Outputs(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
