package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * The background's derivatives, or those of its Cholesky factor, at the sample points.
 *
 * <p>Tolerances: both paths round formulas of a few operations; steps are a five-hundredth of the
 * sample's extent, so that differences err by some 10⁻¹⁰ for functions that vary on its scale.
 */
final class ReferenceCheck {
  private static final String NAME = "background jets";
  private static final int MOST_POINTS = 16;
  private static final double STEP = 2e-3;
  private static final double TOLERANCE = 1e-7;

  private final Subject subject;
  private final ColumnMap reference;
  private final TaylorLayout layout;

  ReferenceCheck(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.reference = evaluators.reference();
    this.layout = subject.layout();
  }

  List<CheckResult> results() {
    Comparison automatic = new Comparison(NAME, Oracles.STRUCTURE, 1e-12);
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, TOLERANCE);
    int[] chosen = Subject.some(subject.points().length, MOST_POINTS);
    for (int p : chosen) {
      double[] x = subject.points()[p];
      double[] actual = Subject.evaluate(reference, x);
      compare(p, actual, expected(x), automatic, 0);
      if (subject.order() > 0) {
        compare(p, actual, slopes(x), differences, 1);
      }
    }
    List<CheckResult> results = new ArrayList<>(List.of(automatic.result(chosen.length)));
    if (subject.order() > 0) {
      results.add(differences.result(chosen.length));
    }
    return results;
  }

  private void compare(
      int point, double[] actual, double[] expected, Comparison comparison, int leastOrder) {
    for (int i = 0; i < actual.length; i++) {
      int k = i % layout.size();
      if (layout.total(k) >= leastOrder) {
        String name =
            "component " + i / layout.size() + " " + layout.name(k) + " at point " + point;
        double size = leastOrder == 0 ? least(actual, k) : floor(actual[i - k + layout.lower(k)]);
        comparison.add("order " + layout.total(k), name, actual[i], expected[i], size);
      }
    }
  }

  /** A derivative below a thousandth of the components themselves may be their rounding. */
  private double least(double[] actual, int coefficient) {
    double largest = 0;
    for (int i = 0; i < actual.length && coefficient > 0; i += layout.size()) {
      largest = Math.max(largest, Math.abs(actual[i]));
    }
    return 1e-3 * largest;
  }

  private double[] expected(double[] x) {
    List<DerivativeStructure> components = subject.metric().referenceAt(x, subject.order());
    double[] expected = new double[components.size() * layout.size()];
    for (int i = 0; i < expected.length; i++) {
      int[] orders = layout.orders(i % layout.size());
      expected[i] = components.get(i / layout.size()).getPartialDerivative(orders);
    }
    return expected;
  }

  /** Each coefficient as the slope of one of lower order. */
  private double[] slopes(double[] x) {
    FieldCoordinates coordinates = subject.metric().coordinates();
    double[][] slopes = new double[coordinates.dimension()][];
    for (int i = 0; i < slopes.length; i++) {
      int moved = i;
      slopes[i] =
          CentralDifference.ofAll(
              h -> Subject.evaluate(reference, coordinates.moved(x, moved, h)), STEP * extent(i));
    }
    double[] expected = new double[reference.outputs()];
    for (int i = 0; i < expected.length; i++) {
      int k = i % layout.size();
      if (k > 0) {
        expected[i] = slopes[layout.droppedCoordinate(k)][i - k + layout.lower(k)];
      }
    }
    return expected;
  }

  /** What a slope of a coefficient must be worth, whatever the coordinate. */
  private double floor(double coefficient) {
    double step = STEP;
    for (int i = 0; i < subject.dimension(); i++) {
      step = Math.min(step, STEP * extent(i));
    }
    return CentralDifference.floor(coefficient, step, TOLERANCE);
  }

  private double extent(int coordinate) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] x : subject.points()) {
      least = Math.min(least, x[coordinate]);
      most = Math.max(most, x[coordinate]);
    }
    return most > least ? Math.min(1, most - least) : 1;
  }
}
