package org.metricflows.bridge.internal.spec;

/** What of a network is trained, or what kernel stands in its place. */
public enum Regime implements Named {
  /** The network itself: its kernel evolves. */
  NETWORK("network"),
  /** The network's Taylor polynomial of first order in its parameters: its kernel is frozen. */
  LINEARISED("linearised"),
  /** The network at infinite width. */
  INFINITE("infinite"),
  /** The frozen kernel exp(−|x − x′|²/2ℓ²). */
  GAUSSIAN("gaussian"),
  /** The frozen kernel of a network with ReLU for the metric's components. */
  RELU("relu"),
  /** The frozen kernel 1 at equal points, 0 elsewhere. */
  DELTA("delta");

  private final String label;

  /** Whether it is made of the architecture that the section {@code network} states. */
  public boolean hasNetwork() {
    return this != GAUSSIAN && this != DELTA;
  }

  Regime(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
