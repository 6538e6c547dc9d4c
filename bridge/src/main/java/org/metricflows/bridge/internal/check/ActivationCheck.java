package org.metricflows.bridge.internal.check;

import java.util.List;
import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * σ and its derivatives, compiled, at arguments across [−4, 4], as far as σ has a value there.
 *
 * <p>Tolerances: three derivatives taken by two different formulas differ by the rounding of some
 * tens of operations, and where large terms cancel by some hundred times that; differences of step
 * 0.002 err by some 10⁻¹³.
 */
final class ActivationCheck {
  private static final String NAME = "activation jets";
  private static final double RANGE = 4;
  private static final int ARGUMENTS = 49;
  private static final double STEP = 2e-3;

  /** Near a kink only short steps stay on one side of it. */
  private static final double KINKED_STEP = 1e-5;

  private final Subject subject;
  private final ColumnMap activation;

  ActivationCheck(Subject subject, Evaluators evaluators) {
    this.subject = subject;
    this.activation = evaluators.activation();
  }

  List<CheckResult> results() {
    boolean smooth = subject.activation().isSmooth();
    FieldActivation oracle = new FieldActivation(subject.activation());
    Comparison automatic = new Comparison(NAME, Oracles.STRUCTURE, 1e-12);
    Comparison differences = new Comparison(NAME, CentralDifference.NAME, 1e-8);
    for (int i = 0; i < ARGUMENTS; i++) {
      double u = RANGE * (2.0 * i / (ARGUMENTS - 1) - 1) + (smooth ? 0 : 0.01);
      double[] actual = at(u);
      double[] expected = oracle.derivatives(u, actual.length - 1);
      if (!Double.isFinite(expected[0])) {
        continue;
      }
      double[] slopes = CentralDifference.ofAll(h -> at(u + h), smooth ? STEP : KINKED_STEP);
      for (int k = 0; k < actual.length; k++) {
        String name = "sigma^(" + k + ")(" + u + ")";
        automatic.add("order " + k, name, actual[k], expected[k]);
        if (k > 0 && Double.isFinite(slopes[k - 1])) {
          differences.add("order " + k, name, actual[k], slopes[k - 1]);
        }
      }
    }
    return List.of(automatic.result(ARGUMENTS), differences.result(ARGUMENTS));
  }

  private double[] at(double u) {
    return Subject.evaluate(activation, new double[] {u});
  }
}
