package org.metricflows.numeric.internal.flow;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/** A stop condition as Hipparchus looks at it, during one leg. */
final class StopDetector implements ODEEventDetector, ODEEventHandler {

  private static final int MAX_ITERATIONS = 200;
  private static final int SOLVER_ORDER = 5;

  private final StopCondition condition;
  private final double timeAccuracy;
  private LegEnd.StoppedBy stop;

  StopDetector(StopCondition condition, double timeAccuracy) {
    this.condition = condition;
    this.timeAccuracy = timeAccuracy;
  }

  /** The stop, or null if the condition has not come true. */
  LegEnd.StoppedBy stop() {
    return stop;
  }

  /**
   * Ends a leg at once whose first state meets the condition already: there is no crossing then.
   */
  @Override
  public void init(ODEStateAndDerivative start, double end) {
    if (g(start) <= 0) {
      throw new LegSignal(stopAt(start));
    }
  }

  @Override
  public double g(ODEStateAndDerivative s) {
    double g = condition.value(s.getTime(), s.getPrimaryState(), s.getPrimaryDerivative());
    return Double.isNaN(g) ? -1 : g;
  }

  @Override
  public Action eventOccurred(
      ODEStateAndDerivative s, ODEEventDetector detector, boolean increasing) {
    stop = stopAt(s);
    return Action.STOP;
  }

  private LegEnd.StoppedBy stopAt(ODEStateAndDerivative s) {
    double[] state = s.getPrimaryState();
    return new LegEnd.StoppedBy(s.getTime(), state, condition.reason(s.getTime(), state));
  }

  @Override
  public AdaptableInterval getMaxCheckInterval() {
    return AdaptableInterval.of(Double.MAX_VALUE);
  }

  @Override
  public int getMaxIterationCount() {
    return MAX_ITERATIONS;
  }

  @Override
  public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
    return new BracketingNthOrderBrentSolver(0, timeAccuracy, 0, SOLVER_ORDER);
  }

  @Override
  public ODEEventHandler getHandler() {
    return this;
  }
}
