package org.metricflows.bridge.internal.check;

import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The compiled density w ℓ and its derivatives by the outputs' jets, at random jets near the start.
 *
 * <p>Tolerances: inverting the metric twice over loses the square of its condition number, which
 * the tolerance follows. Jets move by 0.01 of what would change the metric by a tenth, so that
 * differences err by some 10⁻⁹.
 */
final class DensityCheck {
  private static final String NAME = "loss density";
  private static final double STEP = 1e-2;
  private static final double TOLERANCE = 1e-6;

  private final Subject subject;
  private final Evaluators evaluators;
  private final Neighbourhood neighbourhood;
  private final TaylorLayout layout;

  DensityCheck(Subject subject, Evaluators evaluators, Neighbourhood neighbourhood) {
    this.subject = subject;
    this.evaluators = evaluators;
    this.neighbourhood = neighbourhood;
    this.layout = subject.layout();
  }

  /** What two evaluations of curvature may differ by. */
  static double tolerance(Neighbourhood neighbourhood) {
    double condition = neighbourhood.condition();
    return 1e-12 * Math.max(1, condition * condition / 100);
  }

  List<CheckResult> results() {
    Comparison automatic = new Comparison(NAME, Oracles.GRADIENT, tolerance(neighbourhood));
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, TOLERANCE);
    Random random = Subject.random();
    int[] chosen = Subject.some(subject.points().length, mostPoints());
    for (int p : chosen) {
      compare(p, neighbourhood.near(p, random), automatic, differences);
    }
    return List.of(automatic.result(chosen.length), differences.result(chosen.length));
  }

  /** Loops over all indices with a gradient each: a second or so in six dimensions. */
  private int mostPoints() {
    return subject.dimension() <= 3 ? 16 : subject.dimension() == 4 ? 6 : 2;
  }

  private void compare(int point, double[] jets, Comparison automatic, Comparison differences) {
    double[] x = subject.points()[point];
    double[] actual = at(point, jets);
    Gradient expected = subject.loss().at(x, subject.weight(point), jets);
    double size = neighbourhood.terms();
    automatic.add("density", "w l at point " + point, actual[0], expected.getValue(), size);
    double step = STEP * neighbourhood.room()[point];
    double value = Math.max(size, Math.abs(actual[0]));
    double floor = Math.max(neighbourhood.slope(), CentralDifference.floor(value, step, TOLERANCE));
    for (int k = 0; k < jets.length; k++) {
      int moved = k;
      double difference =
          CentralDifference.of(
              h -> {
                double[] shifted = jets.clone();
                shifted[moved] += h;
                return at(point, shifted)[0];
              },
              step);
      int coefficient = k % layout.size();
      String group = "derivatives by order " + layout.total(coefficient);
      String name =
          "derivative by output "
              + k / layout.size()
              + " "
              + layout.name(coefficient)
              + " at point "
              + point;
      automatic.add(
          group, name, actual[1 + k], expected.getPartialDerivative(k), neighbourhood.slope());
      differences.add(group, name, actual[1 + k], difference, floor);
    }
  }

  private double[] at(int point, double[] jets) {
    return Subject.evaluate(evaluators.density(), Subject.join(jets, subject.fixed(point)));
  }
}
