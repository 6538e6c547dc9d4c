package org.metricflows.bridge.internal.rotational;

import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.rotational.OddSeries;
import org.metricflows.numeric.internal.rotational.SolitonFlow;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.rotational.PoleSeries;
import org.metricflows.symbolic.internal.rotational.SteadySoliton;

/**
 * What the equation of a steady soliton is made of, as its integration uses it.
 *
 * @param dimension n
 * @param tip R at the pole
 * @param equations ψ, ψ', f' ↦ ψ'', f'', R
 * @param radius ψ near the pole
 * @param drift f' near the pole
 * @param way how far from the pole the series hold to the last digit
 */
public record SolitonEvaluators(
    int dimension, double tip, Program equations, OddSeries radius, OddSeries drift, double way) {
  /** The series' last term is below 1e-15 on the way, for every n ≤ 12. */
  private static final int TERMS = 24;

  /** How far the series are used, in units of the curvature radius at the pole. */
  private static final double WAY = 0.5;

  /**
   * Derives and compiles them.
   *
   * @param spec of a soliton
   */
  public static SolitonEvaluators of(RotationalSpec spec) {
    double tip = ((RotationalSpec.Soliton) spec.shape()).tipCurvature();
    int n = spec.dimension();
    double curvature = tip / (n * (n - 1.0));
    double inverseRadius = Math.sqrt(curvature);
    SteadySoliton soliton = new SteadySoliton(n);
    PoleSeries series = soliton.series(TERMS);
    return new SolitonEvaluators(
        n,
        tip,
        new Compiler().compile(soliton.equations()),
        odd(series.radius()).scaled(inverseRadius),
        odd(series.drift()).scaled(inverseRadius).times(curvature),
        WAY / inverseRadius);
  }

  private static OddSeries odd(List<Rational> coefficients) {
    return new OddSeries(coefficients.stream().mapToDouble(Rational::toDouble).toArray());
  }

  /** The initial value problem, by arc length. */
  public SolitonFlow flow() {
    return new SolitonFlow(equations, radius, drift, way);
  }
}
