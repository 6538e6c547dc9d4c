package org.metricflows.numeric.internal.rotational;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.flow.Flow;

/**
 * A steady soliton along its arc length s, the flow's time: the state is ψ, ψ', f', f.
 *
 * <p>The equation is singular at the pole s = 0. Near it the right-hand side is the derivative of
 * the solution's power series, which passes into the equation by a smooth partition of unity: both
 * are the same along the solution, and a method of high order sees no seam.
 */
public final class SolitonFlow implements Flow {
  /** The share of the way that belongs to the series alone. */
  private static final double INNER = 0.2;

  private final ColumnMap equations;
  private final OddSeries radius;
  private final OddSeries drift;
  private final double way;
  private final double[] point = new double[3];

  /**
   * @param equations ψ, ψ', f' ↦ ψ'', f'', …
   * @param radius ψ near the pole
   * @param drift f' near the pole
   * @param way how far from the pole the series hold to the last digit
   */
  public SolitonFlow(ColumnMap equations, OddSeries radius, OddSeries drift, double way) {
    this.equations = equations;
    this.radius = radius;
    this.drift = drift;
    this.way = way;
  }

  @Override
  public int dimension() {
    return 4;
  }

  @Override
  public double[] initialState() {
    return new double[] {0, 1, 0, 0};
  }

  @Override
  public void derivative(double s, double[] y, double[] rate) {
    Arrays.fill(rate, 0);
    double share = equationShare((s / way - INNER) / (1 - INNER));
    if (share < 1) {
      rate[0] = radius.derivative(s);
      rate[1] = radius.secondDerivative(s);
      rate[2] = drift.derivative(s);
      rate[3] = drift.value(s);
    }
    if (share > 0) {
      double[] bend = equations(y);
      rate[0] += share * (y[1] - rate[0]);
      rate[1] += share * (bend[0] - rate[1]);
      rate[2] += share * (bend[1] - rate[2]);
      rate[3] += share * (y[2] - rate[3]);
    }
  }

  /** From 0 to 1 on [0, 1], with all derivatives. */
  private static double equationShare(double u) {
    if (u <= 0) {
      return 0;
    }
    return u >= 1 ? 1 : 1 / (1 + Math.exp(1 / u - 1 / (1 - u)));
  }

  /** What the map gives at a state away from the pole: ψ'', f'', R. */
  public double[] equations(double[] y) {
    System.arraycopy(y, 0, point, 0, 3);
    double[][] out = new double[equations.outputs()][1];
    equations.apply(
        new double[][] {point, point, point},
        new int[] {0, 1, 2},
        out,
        new int[equations.outputs()],
        1);
    double[] values = new double[out.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = out[i][0];
    }
    return values;
  }
}
