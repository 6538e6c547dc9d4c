package org.metricflows.numeric.internal.stiff;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;

/**
 * Numerical differentiation formulas of orders 1 to 5 in quasi-constant steps: implicit, hence for
 * stiff equations, of which it takes the Jacobian by differences.
 *
 * <p>L. F. Shampine and M. W. Reichelt, The MATLAB ODE Suite, SIAM J. Sci. Comput. 18 (1997) 1–22,
 * the method of {@code ode15s}. A step that leaves the domain of the equation is halved and keeps
 * its past. Forwards in time only.
 */
public final class BackwardDifferentiationIntegrator extends AdaptiveStepsizeIntegrator {

  private static final double SAFETY = 0.9;
  private static final double LEAST_FACTOR = 0.2;
  private static final double LARGEST_FACTOR = 10;

  private final ErrorNorm norm;
  private BackwardDifferences past;
  private SimplifiedNewton newton;
  private double[] start;
  private double[] psi;
  private double[] y;
  private double[] d;
  private int even;

  /**
   * @param least the smallest step
   * @param largest the largest step
   * @param absolute tolerance
   * @param relative tolerance
   */
  public BackwardDifferentiationIntegrator(
      double least, double largest, double absolute, double relative) {
    super("backward differentiation", least, largest, absolute, relative);
    this.norm = new ErrorNorm(absolute, relative);
  }

  @Override
  public ODEStateAndDerivative integrate(ExpandableODE equations, ODEState from, double end) {
    sanityChecks(from, end);
    setStepStart(initIntegration(equations, from, end));
    begin(end);
    setIsLastStep(false);
    do {
      advance(end);
      ODEStateAndDerivative reached =
          equations.getMapper().mapStateAndDerivative(timeAhead(end), y.clone(), derivative());
      past.accept(d);
      newton.moved();
      even++;
      DifferenceInterpolator step =
          new DifferenceInterpolator(
              past.polynomial(), past.step(), getStepStart(), reached, equations.getMapper());
      setStepStart(acceptStep(step, end));
      if (resetOccurred()) {
        begin(end);
      }
      adapt();
    } while (!isLastStep());
    ODEStateAndDerivative last = getStepStart();
    resetInternalState();
    return last;
  }

  private void begin(double end) {
    ODEStateAndDerivative at = getStepStart();
    double[] state = at.getCompleteState();
    double[] scale = new double[state.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = norm.absolute() + norm.relative() * Math.abs(state[i]);
    }
    double first = initializeStep(true, 1, scale, at);
    first = Math.min(Math.max(first, getMinStep()), Math.min(getMaxStep(), end - at.getTime()));
    past = new BackwardDifferences(state, at.getCompleteDerivative(), first);
    newton = new SimplifiedNewton(this::computeDerivatives, state.length, norm);
    start = new double[state.length];
    psi = new double[state.length];
    y = new double[state.length];
    d = new double[state.length];
    even = 0;
    setStepSize(first);
  }

  /** Finds a step that the tolerances accept. */
  private void advance(double end) {
    double time = getStepStart().getTime();
    double room = Math.min(getMaxStep(), end - time);
    if (past.step() > room) {
      stretch(room / past.step());
    }
    while (true) {
      double factor = attempt(timeAhead(end));
      if (factor == 1) {
        return;
      }
      stretch(factor);
    }
  }

  private double timeAhead(double end) {
    double ahead = getStepStart().getTime() + past.step();
    return end - ahead < getMinStep() / 2 ? end : ahead;
  }

  /** Tries the step; 1 if it is accepted, else what to shorten it by. */
  private double attempt(double t) {
    past.predict(start);
    past.past(psi);
    try {
      if (!newton.solve(t, start, psi, past.implicitness(), y, d)) {
        requireRoom(null);
        return 0.5;
      }
    } catch (OutOfDomainException e) {
      requireRoom(e);
      return 0.5;
    }
    double error = past.errorFactor() * norm.of(d, y);
    if (error <= 1) {
      return 1;
    }
    requireRoom(null);
    return Math.max(LEAST_FACTOR, safety() * Math.pow(error, -1.0 / (past.order() + 1)));
  }

  /** A step that cannot be shortened any more fails as those of explicit methods do. */
  private void requireRoom(OutOfDomainException cause) {
    if (past.step() / 2 < getMinStep()) {
      if (cause != null) {
        throw cause;
      }
      throw new MathIllegalArgumentException(
          LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION,
          past.step(),
          getMinStep());
    }
  }

  /** A quick solution speaks for a longer step. */
  private double safety() {
    double most = 2 * SimplifiedNewton.LARGEST_COUNT;
    return SAFETY * (most + 1) / (most + newton.iterations());
  }

  /** ẏ of the state reached, as the formula has it: F there, up to Newton's accuracy. */
  private double[] derivative() {
    double[] yDot = new double[d.length];
    for (int i = 0; i < d.length; i++) {
      yDot[i] = (psi[i] + d[i]) / past.implicitness();
    }
    return yDot;
  }

  /** Of the orders p − 1, p and p + 1 takes the one whose next step is longest. */
  private void adapt() {
    if (even <= past.order()) {
      return;
    }
    double longest = 0;
    int change = 0;
    for (int k = -1; k <= 1; k++) {
      double error = past.error(k, norm, y);
      double factor = Math.pow(error, -1.0 / (past.order() + k + 1));
      if (factor > longest) {
        longest = factor;
        change = k;
      }
    }
    past.setOrder(past.order() + change);
    double factor = Math.min(LARGEST_FACTOR, safety() * longest);
    stretch(Math.min(factor, getMaxStep() / past.step()));
  }

  private void stretch(double factor) {
    past.stretch(factor);
    setStepSize(past.step());
    even = 0;
  }
}
