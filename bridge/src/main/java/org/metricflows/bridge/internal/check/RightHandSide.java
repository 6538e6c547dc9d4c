package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * The flow's right-hand side at any width against the loss itself: along the flow, L must fall at
 * the rate |∂L/∂θ|², and central differences of L along it say whether it does.
 *
 * <p>Tolerance: no entry of the state moves by more than 0.01 of what all of them may; differences
 * err by some 10⁻⁸.
 */
final class RightHandSide {
  /** How the evaluator is called. */
  static final String NAME = "right-hand side";

  private static final double STEP = 1e-2;

  private final Subject subject;
  private final OutputFlow flow;

  RightHandSide(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.flow = evaluators.flow();
  }

  /**
   * Compares the two rates.
   *
   * @param least what dL/dt is worth at least
   */
  CheckResult result(Neighbourhood neighbourhood, double least) {
    Comparison comparison =
        new Comparison(NAME, CentralDifference.NAME, 1e-6 + 1e3 * neighbourhood.lost());
    double[] y = neighbourhood.state();
    double[] velocity = new double[y.length];
    try {
      flow.derivative(0, y, velocity);
      double rate = slope(neighbourhood, velocity);
      comparison.add("rate", "dL/dt", rate, -flow.gradientNormSquared(y), least);
    } catch (FlowStopException e) {
      comparison.add("rate", "dL/dt (" + e.getMessage() + ")", Double.NaN, 0);
    }
    return comparison.result(subject.points().length);
  }

  private double slope(Neighbourhood neighbourhood, double[] velocity) {
    double[] y = neighbourhood.state();
    double fastest = Arrays.stream(velocity).map(Math::abs).max().orElse(0);
    double step = fastest > 0 ? STEP * neighbourhood.step() / fastest : 1;
    return CentralDifference.of(
        h -> {
          double[] moved = y.clone();
          for (int i = 0; i < moved.length; i++) {
            moved[i] += h * velocity[i];
          }
          return flow.loss(moved);
        },
        step);
  }
}
