package org.metricflows.numeric.internal.flow;

/** Leaves a running Hipparchus integrator with the end of a leg. Carries no stack trace. */
final class LegSignal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LegEnd end;

  LegSignal(LegEnd end) {
    super(null, null, false, false);
    this.end = end;
  }

  LegEnd end() {
    return end;
  }
}
