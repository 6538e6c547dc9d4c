package org.metricflows.numeric.internal.stiff;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/**
 * The polynomial through the last p + 1 states of even steps: Σ_m ∇ᵐy Π_{k&lt;m} (s + k)/(k + 1)
 * with s = (t − t_n)/h.
 */
final class DifferenceInterpolator extends AbstractODEStateInterpolator {

  private static final long serialVersionUID = 1L;

  private final transient double[][] differences;
  private final double last;
  private final double step;

  DifferenceInterpolator(
      double[][] differences,
      double step,
      ODEStateAndDerivative previous,
      ODEStateAndDerivative current,
      EquationsMapper mapper) {
    this(differences, current.getTime(), step, true, previous, current, previous, current, mapper);
  }

  private DifferenceInterpolator(
      double[][] differences,
      double last,
      double step,
      boolean forward,
      ODEStateAndDerivative globalPrevious,
      ODEStateAndDerivative globalCurrent,
      ODEStateAndDerivative softPrevious,
      ODEStateAndDerivative softCurrent,
      EquationsMapper mapper) {
    super(forward, globalPrevious, globalCurrent, softPrevious, softCurrent, mapper);
    this.differences = differences;
    this.last = last;
    this.step = step;
  }

  @Override
  protected DifferenceInterpolator create(
      boolean forward,
      ODEStateAndDerivative globalPrevious,
      ODEStateAndDerivative globalCurrent,
      ODEStateAndDerivative softPrevious,
      ODEStateAndDerivative softCurrent,
      EquationsMapper mapper) {
    return new DifferenceInterpolator(
        differences,
        last,
        step,
        forward,
        globalPrevious,
        globalCurrent,
        softPrevious,
        softCurrent,
        mapper);
  }

  @Override
  protected ODEStateAndDerivative computeInterpolatedStateAndDerivatives(
      EquationsMapper mapper, double time, double theta, double thetaH, double oneMinusThetaH) {
    double s = (time - last) / step;
    double[] y = differences[0].clone();
    double[] yDot = new double[y.length];
    double value = 1;
    double slope = 0;
    for (int m = 1; m < differences.length; m++) {
      slope = (slope * (s + m - 1) + value) / m;
      value *= (s + m - 1) / m;
      for (int i = 0; i < y.length; i++) {
        y[i] += value * differences[m][i];
        yDot[i] += slope / step * differences[m][i];
      }
    }
    return mapper.mapStateAndDerivative(time, y, yDot);
  }
}
