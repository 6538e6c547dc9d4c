package org.metricflows.numeric.internal.flow;

/**
 * A method of integration with its accuracy.
 *
 * <p>The error of a step of an adaptive method is kept below {@code absoluteTolerance +
 * relativeTolerance·|y|}, in the root mean square over the components.
 *
 * @param method which one
 * @param relativeTolerance 1e-15 … 1
 * @param absoluteTolerance positive, in units of the state
 * @param step the largest step in time; for {@link Method#RUNGE_KUTTA} the step itself (shortened a
 *     little if the time span is not a multiple of it). Infinite where there is no bound
 */
public record Integrator(
    Method method, double relativeTolerance, double absoluteTolerance, double step) {

  private static final double FINEST_RELATIVE_TOLERANCE = 1e-15;

  public Integrator {
    if (!(relativeTolerance >= FINEST_RELATIVE_TOLERANCE && relativeTolerance <= 1)) {
      throw new IllegalArgumentException(
          "relative_tolerance: " + relativeTolerance + " is not between 1e-15 and 1");
    }
    if (!(absoluteTolerance > 0 && absoluteTolerance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "absolute_tolerance: " + absoluteTolerance + " is not a positive number");
    }
    if (!(step > 0)) {
      throw new IllegalArgumentException("step: " + step + " is not a positive number");
    }
    if (!method.isAdaptive() && step == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("step: " + method.label() + " needs one");
    }
  }

  /** An adaptive method with tolerances. */
  public static Integrator adaptive(
      Method method, double relativeTolerance, double absoluteTolerance) {
    return new Integrator(method, relativeTolerance, absoluteTolerance, Double.POSITIVE_INFINITY);
  }

  /** The classical Runge–Kutta method with a fixed step. */
  public static Integrator rungeKutta(double step) {
    return new Integrator(Method.RUNGE_KUTTA, 1, 1, step);
  }
}
