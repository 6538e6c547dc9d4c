package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;

/**
 * The loss that a flow descends, with a penalty, as a function of what moves: L(y) + λ|y − y₀|²
 * with the flow's start y₀. The flow is the plain gradient's, dy/dt = −∂L/∂y.
 */
public final class PenalisedDescent implements Objective {
  private final Descent flow;
  private final double[] start;
  private final double penalty;

  private PenalisedDescent(Descent flow, double[] start, double penalty) {
    this.flow = flow;
    this.start = start;
    this.penalty = penalty;
  }

  /**
   * With λ in units of the kernel: its Rayleigh quotient ρᵀKρ/ρᵀρ in the direction of the residuals
   * at the start, |∂L/∂y|²/4L where L = Σρ².
   *
   * @param ridge λ in those units
   */
  public static PenalisedDescent of(Descent flow, double ridge) {
    double[] start = flow.initialState();
    PenalisedDescent plain = new PenalisedDescent(flow, start, 0);
    double[] gradient = new double[start.length];
    double loss = plain.valueGradient(start, gradient);
    double square = Arrays.stream(gradient).map(g -> g * g).sum();
    double unit = loss == 0 ? 0 : square / (4 * Math.abs(loss));
    return new PenalisedDescent(flow, start, ridge * unit);
  }

  /** λ. */
  public double penalty() {
    return penalty;
  }

  @Override
  public int parameters() {
    return start.length;
  }

  /** Of all points, whatever the batch; NaN where the flow is not defined. */
  @Override
  public double lossGradient(double[] y, Batch batch, double[] gradient) {
    return valueGradient(y, gradient);
  }

  private double valueGradient(double[] y, double[] gradient) {
    try {
      flow.derivative(0, y, gradient);
    } catch (FlowStopException e) {
      return Double.NaN;
    }
    double norm = 0;
    for (int i = 0; i < y.length; i++) {
      double change = y[i] - start[i];
      norm += change * change;
      gradient[i] = 2 * penalty * change - gradient[i];
    }
    return flow.loss(y) + penalty * norm;
  }

  @Override
  public double loss(double[] y, Batch batch) {
    return valueGradient(y, new double[y.length]);
  }
}
