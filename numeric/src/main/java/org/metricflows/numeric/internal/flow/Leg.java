package org.metricflows.numeric.internal.flow;

import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.AbstractIntegrator;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import org.metricflows.numeric.internal.stiff.OutOfDomainException;

/**
 * One call of a Hipparchus integrator.
 *
 * <p>What a leg does is a function of its {@link LegStart} alone, so that legs run one after
 * another and legs run after reading a checkpoint give the same bits. A leg pauses after a fixed
 * number of accepted steps, or where the flow renews its state, in the first evaluation of the step
 * that would follow: by then the method has made up its mind about that step's size.
 */
final class Leg implements OrdinaryDifferentialEquation, ODEStepHandler {

  private final CountedFlow flow;
  private final Schedule schedule;
  private final RecordBook book;
  private final LegStart start;
  private final int stepsPerLeg;
  private final AbstractIntegrator solver;
  private final List<StopDetector> detectors;

  private double time;
  private double[] state;
  private int steps;
  private boolean pausing;
  private Optional<double[]> renewed = Optional.empty();

  Leg(
      CountedFlow flow,
      Solvers solvers,
      List<StopCondition> conditions,
      RecordBook book,
      LegStart start) {
    this.flow = flow;
    this.schedule = solvers.schedule();
    this.book = book;
    this.start = start;
    this.stepsPerLeg = solvers.integrator().method().stepsPerLeg();
    this.solver = solvers.solver(start);
    double accuracy = schedule.minimalStep();
    this.detectors = conditions.stream().map(c -> new StopDetector(c, accuracy)).toList();
    this.time = start.time();
    this.state = start.state();
  }

  LegEnd run() {
    solver.addStepHandler(this);
    detectors.forEach(solver::addEventDetector);
    try {
      solver.integrate(this, new ODEState(start.time(), start.state()), schedule.end());
    } catch (LegSignal signal) {
      return signal.end();
    } catch (OutOfDomainException e) {
      return new LegEnd.Failed(time, state, e.time(), e.getMessage());
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      return failure(e);
    }
    LegEnd stop = stop();
    return stop != null ? stop : new LegEnd.Finished(schedule.end(), state);
  }

  /** The stop condition that came true in this leg, or null. */
  private LegEnd stop() {
    for (StopDetector detector : detectors) {
      if (detector.stop() != null) {
        return detector.stop();
      }
    }
    return null;
  }

  @Override
  public int getDimension() {
    return flow.dimension();
  }

  @Override
  public double[] computeDerivatives(double t, double[] y) {
    if (pausing && schedule.end() - time > schedule.minimalStep()) {
      double step = solver.getCurrentSignedStepsize();
      throw new LegSignal(new LegEnd.Paused(time, renewed.orElse(state), step));
    }
    try {
      return flow.derivative(t, y);
    } catch (FlowStopException e) {
      throw new OutOfDomainException(t, e.getMessage());
    }
  }

  @Override
  public void handleStep(ODEStateInterpolator interpolator) {
    if (stop() != null) {
      return; // the sliver of a step by which Hipparchus goes past the crossing
    }
    time = interpolator.getCurrentState().getTime();
    state = interpolator.getCurrentState().getPrimaryState();
    steps++;
    book.stepped(interpolator, flow.evaluations());
    renewed = flow.renewed(time, state);
    boolean whole = start.isCautious() ? time >= start.cautionUntil() : steps >= stepsPerLeg;
    pausing = whole || renewed.isPresent();
  }

  /** Step size underflow is final; a NaN in the error estimate fails the step that was tried. */
  private LegEnd failure(MathRuntimeException e) {
    if (e.getSpecifier() == LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION) {
      String reason = "step size underflow: a step below " + schedule.minimalStep();
      return new LegEnd.Failed(time, state, time, reason);
    }
    if (e.getSpecifier() == LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION) {
      double tried = time + solver.getCurrentSignedStepsize();
      return new LegEnd.Failed(time, state, tried, "the error estimate is not finite");
    }
    throw e;
  }
}
