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
  /** The classical method of order 4 with a fixed step. */
  RUNGE_KUTTA("runge-kutta", 16);

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
