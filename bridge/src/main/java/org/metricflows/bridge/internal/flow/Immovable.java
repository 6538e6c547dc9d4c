package org.metricflows.bridge.internal.flow;

import java.util.Locale;
import java.util.Optional;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * Ends a flow at its start where what is moved cannot follow the loss: s, the loss's gradient by
 * the functions, is not 0, but sᵀΘs is by rounding. An odd network does so with an even loss, and
 * one with f(0) = 0 with points at 0.
 *
 * @param loss L at the start
 * @param slope |s|
 * @param share sᵀΘs over |s|² and the largest Θ(x, x)
 */
record Immovable(double loss, double slope, double share) implements StopCondition {

  /** Of parameters sᵀΘs = |Jᵀs|² is a square of rounding errors, of kernels a sum of them. */
  private static final double OF_PARAMETERS = 1e-24;

  private static final double OF_KERNELS = 1e-14;

  /**
   * What is factored of a kernel is more than it by 1e-12 of its diagonal, where derivatives have
   * more than the values that Θ(x, x) is of.
   */
  private static final double OF_FACTORS = 1e-10;

  /** What moves. */
  enum Mover {
    PARAMETERS(OF_PARAMETERS),
    KERNEL(OF_KERNELS),
    FACTORED_KERNEL(OF_FACTORS);

    private final double rounding;

    Mover(double rounding) {
      this.rounding = rounding;
    }
  }

  /**
   * The condition, where it is met.
   *
   * @param probed the flow, or the same at some of its points, where Θ(x, x) is looked at
   * @param adjoints s at the start, {@code [output jet][point]}
   * @param mover what moves
   */
  static Optional<Immovable> of(
      OutputFlow flow, OutputFlow probed, double[][] adjoints, Mover mover) {
    double[] start = flow.initialState();
    double square = 0;
    for (double[] column : adjoints) {
      for (double s : column) {
        square += s * s;
      }
    }
    double largest = 0;
    double[][] kernel = probed.outputKernel(start);
    for (int i = 0; i < kernel.length; i++) {
      largest = Math.max(largest, kernel[i][i]);
    }
    double rate;
    try {
      rate = flow.gradientNormSquared(start);
    } catch (FlowStopException e) {
      return Optional.empty();
    }
    double share = rate / (square * largest);
    boolean stuck = share <= mover.rounding; // not of 0/0
    return stuck
        ? Optional.of(new Immovable(flow.loss(start), Math.sqrt(square), share))
        : Optional.empty();
  }

  @Override
  public String reason(double t, double[] y) {
    return reason("flow");
  }

  /** The sentence about a flow or a training. */
  String reason(String what) {
    return String.format(
        Locale.ROOT,
        "the %s cannot move: the loss is %.5g and its gradient by the functions %.3g, but what is"
            + " moved cannot follow it (%.1g of what it might); an odd activation without biases makes"
            + " odd functions, and any network without them is 0 at 0: set network.bias_std to 0.5",
        what,
        loss,
        slope,
        Math.sqrt(Math.max(0, share)));
  }

  @Override
  public double value(double t, double[] y, double[] yDot) {
    return -1;
  }
}
