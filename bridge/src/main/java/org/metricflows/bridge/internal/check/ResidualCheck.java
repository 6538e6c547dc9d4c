package org.metricflows.bridge.internal.check;

import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.bridge.internal.kahler.FrozenEvaluators;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;

/**
 * The Monge–Ampère residuals ρ near the background: ρ² and 2ρ ∂ρ are the density of power 2 and its
 * derivatives by ∂∂̄φ, written a second time.
 */
final class ResidualCheck {
  private final FrozenEvaluators evaluators;
  private final VarietySample sample;

  ResidualCheck(FrozenEvaluators evaluators) {
    this.evaluators = evaluators;
    this.sample = evaluators.training();
  }

  CheckResult result() {
    Comparison comparison = new Comparison("residuals", Oracles.GRADIENT, 1e-12);
    int count = sample.points();
    double[][] background = evaluators.background();
    int numbers = background.length;
    double[][] change = change(background, count);
    double[] rho = new double[count];
    double[][] slopes = new double[numbers][count];
    evaluators.residuals().evaluate(change, rho, slopes);
    FieldKahlerLoss field = new FieldKahlerLoss(sample.dimension(), new MongeAmpereLoss(2));
    double total = 0;
    for (double weight : sample.weight()) {
      total += weight;
    }
    for (int p = 0; p < count; p++) {
      double[] in = new double[2 * numbers + 4];
      for (int k = 0; k < numbers; k++) {
        in[k] = change[k][p];
        in[numbers + k] = background[k][p];
      }
      in[2 * numbers] = sample.omegaSquared()[p];
      in[2 * numbers + 1] = sample.weight()[p] / total;
      in[2 * numbers + 2] = sample.kappa();
      Gradient expected = field.lagrangian(in);
      comparison.add("value", "at point " + p, rho[p] * rho[p], expected.getValue());
      for (int k = 0; k < numbers; k++) {
        String name = "by number " + k + " at point " + p;
        double slope = 2 * rho[p] * slopes[k][p];
        comparison.add("slope", name, slope, expected.getPartialDerivative(k));
      }
    }
    return comparison.result(count);
  }

  private static double[][] change(double[][] background, int count) {
    Random random = new Random(21);
    double[][] change = new double[background.length][count];
    for (double[] column : change) {
      for (int p = 0; p < count; p++) {
        column[p] = 0.05 * background[0][p] * random.nextGaussian();
      }
    }
    return change;
  }
}
