package org.metricflows.numeric.internal.flow;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The integration methods, by the names that specs use. */
public enum Method {
  /** Explicit Runge–Kutta of order 8 with error estimates of order 5 and 3; the default. */
  DORMAND_PRINCE_853("dormand-prince-853", 4),
  /** Explicit Runge–Kutta of order 5 with an error estimate of order 4. */
  DORMAND_PRINCE_54("dormand-prince-54", 8),
  /** Extrapolation of the midpoint rule, of variable order. */
  GRAGG_BULIRSCH_STOER("gragg-bulirsch-stoer", 4),
  /** Implicit Adams predictor–corrector of order 7, variable step. */
  ADAMS_MOULTON("adams-moulton", 512),
  /** Implicit formulas of orders 1 to 5 for stiff flows of a few thousand unknowns at most. */
  BACKWARD_DIFFERENTIATION("backward-differentiation", 512),
  /** The classical method of order 4 with a fixed step. */
  RUNGE_KUTTA("runge-kutta", 16);

  private static final int MOST_IMPLICIT = 4096;

  private final String label;
  private final int stepsPerLeg;

  Method(String label, int stepsPerLeg) {
    this.label = label;
    this.stepsPerLeg = stepsPerLeg;
  }

  /** The name in specs, such as {@code dormand-prince-853}. */
  public String label() {
    return label;
  }

  /** Whether the method chooses its steps to meet tolerances. */
  public boolean isAdaptive() {
    return this != RUNGE_KUTTA;
  }

  /** The largest dimension of a flow that it takes: an implicit method keeps a matrix of it. */
  public int mostUnknowns() {
    return this == BACKWARD_DIFFERENTIATION ? MOST_IMPLICIT : Integer.MAX_VALUE;
  }

  /**
   * Accepted steps between the places where a run can be resumed: a fixed number, so that a run and
   * its resumption restart the method at the same places. It is chosen by what a restart costs.
   */
  int stepsPerLeg() {
    return stepsPerLeg;
  }

  /**
   * The method of a name.
   *
   * @throws IllegalArgumentException for an unknown name, listing the known ones
   */
  public static Method named(String name) {
    for (Method method : values()) {
      if (method.label.equals(name)) {
        return method;
      }
    }
    String known = Arrays.stream(values()).map(Method::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("integrator: '" + name + "' is not one of " + known);
  }
}
