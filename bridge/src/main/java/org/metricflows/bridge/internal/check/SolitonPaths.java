package org.metricflows.bridge.internal.check;

import org.metricflows.bridge.internal.rotational.SolitonEvaluators;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.rotational.OddSeries;
import org.metricflows.numeric.internal.rotational.SolitonFlow;

/**
 * What is checked of a steady soliton.
 *
 * @param equations ψ, ψ', f' ↦ ψ'', f'', R
 * @param radius ψ near the pole
 * @param drift f' near the pole
 * @param way how far from the pole the series are used
 * @param rate the derivative of ψ, ψ', f', f at an arc length
 */
record SolitonPaths(ColumnMap equations, OddSeries radius, OddSeries drift, double way, Rate rate) {

  /** From an arc length and a state to the state's derivative. */
  @FunctionalInterface
  interface Rate {
    double[] at(double s, double[] state);
  }

  static SolitonPaths of(SolitonEvaluators evaluators) {
    SolitonFlow flow = evaluators.flow();
    return new SolitonPaths(
        evaluators.equations(),
        evaluators.radius(),
        evaluators.drift(),
        evaluators.way(),
        (s, state) -> {
          double[] rate = new double[state.length];
          flow.derivative(s, state, rate);
          return rate;
        });
  }
}
