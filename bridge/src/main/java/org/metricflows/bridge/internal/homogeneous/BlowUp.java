package org.metricflows.bridge.internal.homogeneous;

import java.util.Locale;
import org.metricflows.numeric.internal.flow.StopCondition;

/**
 * Ends a flow whose scalar curvature runs away: a left-invariant Ricci flow is singular in finite
 * time if and only if R → ∞.
 */
final class BlowUp implements StopCondition {
  /** How much of |Ric| at the start R may become; a round sphere has then 1e-8 of its size left. */
  private static final double LARGEST_GROWTH = 1e8;

  private final StateObserver observer;
  private final double bound;

  /**
   * @param start the metric at time 0
   */
  BlowUp(StateObserver observer, double[] start) {
    this.observer = observer;
    this.bound = LARGEST_GROWTH * Math.sqrt(observer.at(start).ricciSquared());
  }

  /** 1 − R/bound; a flat metric, whose bound is 0, is at rest and never stops here. */
  @Override
  public double value(double t, double[] y, double[] yDot) {
    return bound == 0 ? 1 : 1 - observer.at(y).scalar() / bound;
  }

  @Override
  public String reason(double t, double[] y) {
    MetricState state = observer.at(y);
    String when =
        state.singularTime(t).stream()
            .mapToObj(end -> " at about t = " + brief(end))
            .findFirst()
            .orElse("");
    return "the metric becomes singular" + when + ", where R has grown to " + brief(state.scalar());
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
