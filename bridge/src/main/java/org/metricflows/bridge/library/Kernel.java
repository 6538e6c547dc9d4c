package org.metricflows.bridge.library;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.kernel.KernelEvaluator;

/** The kernels of an infinitely wide network. */
public final class Kernel {

  private final KernelEvaluator evaluator;

  Kernel(KernelEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Θ(x, x'), the tangent kernel.
   *
   * @throws IllegalArgumentException if a point is not finite or not of this dimension
   * @throws ArithmeticException if it is not finite there, or its quadrature does not reach twelve
   *     digits
   */
  public double ntk(double[] x, double[] xPrime) {
    return evaluator.at(x, xPrime).ntk();
  }

  /** K(x, x'), the covariance of the outputs at the start; throws as {@link #ntk} does. */
  public double nngp(double[] x, double[] xPrime) {
    return evaluator.at(x, xPrime).nngp();
  }

  /**
   * Derivatives of Θ under keys such as {@code d2_x1 d1_xp2}, the second by x_1 and the first by
   * x'_2; empty for activations with a kink. Throws as {@link #ntk} does.
   */
  public Map<String, Double> ntkJets(double[] x, double[] xPrime) {
    return evaluator.at(x, xPrime).ntkJets();
  }

  /** The dual functions and the recursion through the layers, a line each. */
  public List<String> closedForm() {
    return evaluator.closedForm();
  }
}
