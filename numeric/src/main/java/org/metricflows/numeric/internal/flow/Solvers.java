package org.metricflows.numeric.internal.flow;

import org.hipparchus.ode.AbstractIntegrator;
import org.hipparchus.ode.nonstiff.AdamsMoultonIntegrator;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.metricflows.numeric.internal.stiff.BackwardDifferentiationIntegrator;

/** Sets up the Hipparchus integrator of a leg. */
record Solvers(Integrator integrator, Schedule schedule) {

  private static final int ADAMS_STEPS = 6;

  /** The Adams starter needs a few steps before the end, whatever its tolerances allow. */
  private static final int ADAMS_STARTER_STEPS = 8;

  AbstractIntegrator solver(LegStart start) {
    double largest = start.isCautious() ? Math.min(start.step(), largestStep()) : largestStep();
    double smallest = Math.min(schedule.minimalStep(), largest);
    AdaptiveStepsizeIntegrator solver =
        switch (integrator.method()) {
          case RUNGE_KUTTA -> null;
          case DORMAND_PRINCE_853 -> dormandPrince853(smallest, largest);
          case DORMAND_PRINCE_54 ->
              new DormandPrince54Integrator(smallest, largest, absolute(), relative());
          case GRAGG_BULIRSCH_STOER ->
              new GraggBulirschStoerIntegrator(smallest, largest, absolute(), relative());
          case ADAMS_MOULTON -> adams(start, smallest, largest);
          case BACKWARD_DIFFERENTIATION ->
              new BackwardDifferentiationIntegrator(smallest, largest, absolute(), relative());
        };
    if (solver == null) {
      return new ClassicalRungeKuttaIntegrator(evenStep());
    }
    if (start.step() > 0) {
      solver.setInitialStepSize(start.step());
    }
    return solver;
  }

  private AdamsMoultonIntegrator adams(LegStart start, double smallest, double largest) {
    AdamsMoultonIntegrator adams =
        new AdamsMoultonIntegrator(ADAMS_STEPS, smallest, largest, absolute(), relative());
    double room = (schedule.end() - start.time()) / ADAMS_STARTER_STEPS;
    double starterLargest = Math.min(room, start.step() > 0 ? start.step() : largest);
    DormandPrince853Integrator starter =
        dormandPrince853(Math.min(smallest, starterLargest), starterLargest);
    if (start.step() > 0) {
      starter.setInitialStepSize(starterLargest);
    }
    adams.setStarterIntegrator(starter);
    return adams;
  }

  private DormandPrince853Integrator dormandPrince853(double smallest, double largest) {
    return new DormandPrince853Integrator(smallest, largest, absolute(), relative());
  }

  private double absolute() {
    return integrator.absoluteTolerance();
  }

  private double relative() {
    return integrator.relativeTolerance();
  }

  private double largestStep() {
    return Math.min(integrator.step(), schedule.span());
  }

  /** The longest step up to the one asked for that divides the time span, but for rounding. */
  private double evenStep() {
    double count = Math.ceil(schedule.span() / integrator.step() * (1 - 1e-12));
    return schedule.span() / Math.max(1, count);
  }
}
