package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The metric as records read it off the outputs, and its slopes ∂g/∂f, which make the metric-NTK of
 * the outputs' kernel.
 *
 * <p>Tolerances: as for the {@link AnsatzCheck ansatz}.
 */
final class HeadCheck {
  private static final String NAME = "metric read-out";
  private static final int MOST_POINTS = 16;
  private static final double STEP = 1e-2;
  private static final double TOLERANCE = 1e-7;

  private final Subject subject;
  private final Evaluators evaluators;
  private final Neighbourhood neighbourhood;

  HeadCheck(Subject subject, Evaluators evaluators, Neighbourhood neighbourhood) {
    this.subject = subject;
    this.evaluators = evaluators;
    this.neighbourhood = neighbourhood;
  }

  List<CheckResult> results() {
    Comparison automatic = new Comparison(NAME, Oracles.GRADIENT, 1e-12);
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, TOLERANCE);
    Random random = Subject.random();
    int[] chosen = Subject.some(subject.points().length, MOST_POINTS);
    for (int p : chosen) {
      compare(p, values(neighbourhood.near(p, random)), automatic, differences);
    }
    return List.of(automatic.result(chosen.length), differences.result(chosen.length));
  }

  /** The values among jets. */
  private double[] values(double[] jets) {
    int size = subject.layout().size();
    double[] values = new double[subject.outputs()];
    Arrays.setAll(values, c -> jets[c * size]);
    return values;
  }

  private void compare(int point, double[] f, Comparison automatic, Comparison differences) {
    double[] x = subject.points()[point];
    double[] reference =
        subject.metric().referenceAt(x, 0).stream().mapToDouble(r -> r.getValue()).toArray();
    double[] in = Subject.join(f, reference);
    double[] g = Subject.evaluate(evaluators.head(), in);
    double[] slopes = Subject.evaluate(evaluators.headSlopes(), in);
    List<FieldDerivativeStructure<Gradient>> expected = subject.metric().metricByJets(x, f, 0);
    for (int k = 0; k < g.length; k++) {
      String name = "component " + k + " at point " + point;
      automatic.add("value", name, g[k], expected.get(k).getValue().getValue());
    }
    for (int c = 0; c < f.length; c++) {
      int moved = c;
      double step = STEP * neighbourhood.room()[point];
      double[] difference =
          CentralDifference.ofAll(
              h -> {
                double[] shifted = in.clone();
                shifted[moved] += h;
                return Subject.evaluate(evaluators.head(), shifted);
              },
              step);
      for (int k = 0; k < g.length; k++) {
        String name = "slope of component " + k + " by output " + c + " at point " + point;
        double actual = slopes[k * f.length + c];
        double exact = expected.get(k).getValue().getPartialDerivative(c);
        automatic.add("slope", name, actual, exact);
        double size = CentralDifference.floor(g[k], step, TOLERANCE);
        differences.add("slope", name, actual, difference[k], size);
      }
    }
  }
}
