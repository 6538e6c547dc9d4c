package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.rotational.SolitonFlow;

/**
 * A steady soliton outward from its pole; what runs is the arc length s.
 *
 * <p>Records carry ψ, ψ', f, f', R, the rate d(ψ²)/ds (which tends to 2(n−2)/√R(0)), and {@code
 * first_integral_error}, how far the first integral R + f'² is from R(0) relative to it.
 */
public final class SolitonProblem implements Problem {
  private static final Observations<Moment> OBSERVATIONS =
      Observations.<Moment>at(Place.SOLITON)
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
  private record Moment(double[] y, double scalar, double tip) {}

  private final RotationalSpec spec;
  private final double tip;
  private final SolitonFlow flow;

  private SolitonProblem(RotationalSpec spec) {
    this.spec = spec;
    SolitonEvaluators evaluators = SolitonEvaluators.of(spec);
    this.tip = evaluators.tip();
    this.flow = evaluators.flow();
  }

  /**
   * Derives and compiles the soliton's equation.
   *
   * @param spec of a soliton
   */
  public static SolitonProblem of(RotationalSpec spec) {
    return new SolitonProblem(spec);
  }

  @Override
  public Evolution evolution() {
    return SpecIntegration.of(flow, spec.flow());
  }

  @Override
  public Clock clock() {
    return Clock.time(spec.flow().time());
  }

  @Override
  public Observations<FlowRecord> observations() {
    return OBSERVATIONS.seenBy(this::moment);
  }

  private Moment moment(FlowRecord record) {
    double[] y = record.state();
    return new Moment(y, record.time() == 0 ? tip : flow.equations(y)[2], tip);
  }
}
