package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.rotational.SolitonFlow;

/**
 * A steady soliton outward from its pole; what runs is the arc length s.
 *
 * <p>Records carry ψ, ψ', f, f', R, the rate d(ψ²)/ds (which tends to 2(n−2)/√R(0)), and {@code
 * first_integral_error}, how far the first integral R + f'² is from R(0) relative to it.
 */
public final class SolitonProblem implements Model<double[]> {
  private static final Observations<Point> OBSERVATIONS =
      Observations.<Point>at(Place.SOLITON)
          .with(Vocabulary.RADIUS, m -> m.y[0])
          .with(Vocabulary.SLOPE, m -> m.y[1])
          .with(Vocabulary.POTENTIAL, m -> m.y[3])
          .with(Vocabulary.POTENTIAL_SLOPE, m -> m.y[2])
          .with(Vocabulary.R, m -> m.scalar)
          .with(Vocabulary.RADIUS_SQUARED_RATE, m -> 2 * m.y[0] * m.y[1])
          .with(
              Vocabulary.FIRST_INTEGRAL_ERROR,
              m -> Math.abs(m.scalar + m.y[2] * m.y[2] - m.tip) / m.tip);

  /** ψ, ψ', f', f with R there and at the tip. */
  private record Point(double[] y, double scalar, double tip) {}

  private final double tip;
  private final SolitonFlow flow;

  private SolitonProblem(SolitonEvaluators evaluators) {
    this.tip = evaluators.tip();
    this.flow = evaluators.flow();
  }

  /**
   * Derives and compiles the soliton's equation.
   *
   * @param spec of a soliton
   */
  public static Problem of(RotationalSpec spec) {
    SolitonProblem soliton = new SolitonProblem(SolitonEvaluators.of(spec));
    return Problem.of(soliton, Drive.flow(soliton.flow, spec.flow()));
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    return OBSERVATIONS.seenBy(m -> point(m.time(), m.state()));
  }

  private Point point(double s, double[] y) {
    return new Point(y, s == 0 ? tip : flow.equations(y)[2], tip);
  }
}
