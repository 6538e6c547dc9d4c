package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/**
 * Extremes of a function on [0, π], by a look at many points and Brent's search between them.
 *
 * @param least the least value
 * @param greatest the greatest
 * @param whereLeastInside where between the ends the least local minimum is, NaN if there is none
 * @param leastInside and what it is
 */
record Extremes(
    double least, double greatest, double whereLeastInside, OptionalDouble leastInside) {
  private static final int EVALUATIONS = 200;

  /** Extremes that are some points apart. */
  static Extremes of(DoubleUnaryOperator f, int points) {
    double[] values = new double[points + 1];
    for (int i = 0; i <= points; i++) {
      values[i] = f.applyAsDouble(at(i, points));
    }
    double least = Math.min(values[0], values[points]);
    double greatest = Math.max(values[0], values[points]);
    List<UnivariatePointValuePair> minima = new ArrayList<>();
    for (int i = 1; i < points; i++) {
      if (values[i] <= values[i - 1] && values[i] < values[i + 1]) {
        minima.add(search(f, i, points, GoalType.MINIMIZE));
      } else if (values[i] >= values[i - 1] && values[i] > values[i + 1]) {
        greatest = Math.max(greatest, search(f, i, points, GoalType.MAXIMIZE).getValue());
      }
    }
    double where = Double.NaN;
    double lowest = Double.POSITIVE_INFINITY;
    for (UnivariatePointValuePair minimum : minima) {
      if (minimum.getValue() < lowest) {
        lowest = minimum.getValue();
        where = minimum.getPoint();
      }
    }
    OptionalDouble inside = minima.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(lowest);
    return new Extremes(Math.min(least, lowest), greatest, where, inside);
  }

  private static double at(int i, int points) {
    return i == points ? Math.PI : i * Math.PI / points;
  }

  private static UnivariatePointValuePair search(
      DoubleUnaryOperator f, int i, int points, GoalType goal) {
    return new BrentOptimizer(1e-10, 1e-14)
        .optimize(
            new MaxEval(EVALUATIONS),
            new UnivariateObjectiveFunction(f::applyAsDouble),
            goal,
            new SearchInterval(at(i - 1, points), at(i + 1, points), at(i, points)));
  }
}
