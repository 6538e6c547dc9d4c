package org.metricflows.numeric.internal.flow;

/**
 * Ends a flow when a continuous function g(t, y, ẏ) is no longer positive.
 *
 * <p>g is looked at where steps end; a change of sign is then located in time on the dense output.
 * A dip below zero that is over within one step is not seen.
 */
public interface StopCondition {

  /** What a run that ends here says, such as "metric is no longer positive definite". */
  String reason(double t, double[] y);

  /** g(t, y, ẏ); a value that is not a number counts as negative. The arrays are not to be kept. */
  double value(double t, double[] y, double[] yDot);

  /** This condition for a flow that starts from the given state. */
  default StopCondition startingFrom(double t, double[] y, double[] yDot) {
    return this;
  }

  /** A function of time, state and derivative. */
  @FunctionalInterface
  interface Measure {
    double value(double t, double[] y, double[] yDot);
  }

  /** Stops with a fixed reason when {@code g} is no longer positive. */
  static StopCondition of(String reason, Measure g) {
    return new StopCondition() {
      @Override
      public String reason(double t, double[] y) {
        return reason;
      }

      @Override
      public double value(double t, double[] y, double[] yDot) {
        return g.value(t, y, yDot);
      }
    };
  }

  /**
   * Stops a flow that has come to rest: |ẏ(t)| ≤ ratio·|ẏ(t₀)| in the Euclidean norm.
   *
   * @param ratio between 0 (only exact rest, at the start) and 1, exclusive
   */
  static StopCondition atRest(double ratio) {
    if (!(ratio >= 0 && ratio < 1)) {
      throw new IllegalArgumentException("rest ratio: " + ratio + " is not in [0, 1)");
    }
    return new AtRest(ratio, Double.NaN);
  }
}
