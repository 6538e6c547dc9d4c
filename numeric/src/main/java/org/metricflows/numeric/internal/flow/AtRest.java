package org.metricflows.numeric.internal.flow;

/** |ẏ| against a fraction of what it was at the start. */
record AtRest(double ratio, double startSpeed) implements StopCondition {

  @Override
  public String reason(double t, double[] y) {
    return startSpeed == 0
        ? "flow at rest from the start"
        : "flow at rest (|dy/dt| fell to " + ratio + " of its start)";
  }

  @Override
  public double value(double t, double[] y, double[] yDot) {
    return norm(yDot) - ratio * startSpeed;
  }

  @Override
  public StopCondition startingFrom(double t, double[] y, double[] yDot) {
    return new AtRest(ratio, norm(yDot));
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
