package org.metricflows.numeric.internal.network;

/** The activation sin, for tests of other packages. */
public final class Sines {

  /** σ = sin. */
  public static final Activation ACTIVATION = TestActivation.SIN;

  private Sines() {}
}
