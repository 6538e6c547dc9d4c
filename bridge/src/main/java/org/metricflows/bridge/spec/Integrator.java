package org.metricflows.bridge.spec;

/** The integrators. */
public enum Integrator implements Named {
  /** Dormand and Prince, order 8(5,3), adaptive. */
  DORMAND_PRINCE_853("dormand-prince-853"),
  /** Dormand and Prince, order 5(4), adaptive. */
  DORMAND_PRINCE_54("dormand-prince-54"),
  /** Gragg, Bulirsch and Stoer, extrapolation, adaptive. */
  GRAGG_BULIRSCH_STOER("gragg-bulirsch-stoer"),
  /** Adams and Moulton, multistep, adaptive. */
  ADAMS_MOULTON("adams-moulton"),
  /** The classical Runge–Kutta method of order 4 with a fixed step. */
  RUNGE_KUTTA("runge-kutta");

  private final String label;

  Integrator(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it has a fixed step instead of tolerances. */
  public boolean fixedStep() {
    return this == RUNGE_KUTTA;
  }
}
