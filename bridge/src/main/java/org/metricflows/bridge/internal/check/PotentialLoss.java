package org.metricflows.bridge.internal.check;

import java.util.function.IntFunction;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.PotentialLossSpec;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.variety.VarietySample;

/** A potential's loss over the points trained on, from jets of the independent path. */
final class PotentialLoss {
  private final VarietySample sample;
  private final Batch batch;
  private final FieldKahlerLoss field;
  private final double[][] inputs;

  /**
   * @param jet of the potential at a point
   * @param start of the potential at the start, which is taken away from a centred one
   */
  PotentialLoss(
      KahlerEvaluators evaluators,
      CalabiYauSpec stated,
      IntFunction<double[]> jet,
      IntFunction<double[]> start) {
    this.sample = evaluators.sample();
    this.batch = evaluators.training();
    this.field = new FieldKahlerLoss(sample.dimension(), stated.loss().loss());
    int numbers = sample.dimension() * sample.dimension();
    this.inputs = new double[batch.count()][FieldKahlerLoss.inputs(sample.dimension())];
    double total = 0;
    for (int k = 0; k < inputs.length; k++) {
      int p = point(k);
      double[] potential = jet.apply(p);
      double[] shift = stated.network().centred() ? start.apply(p) : null;
      for (int c = 0; c < numbers; c++) {
        int at = potential.length - numbers + c;
        inputs[k][c] = potential[at];
        inputs[k][numbers + c] = sample.fubiniStudy()[c][p] - (shift == null ? 0 : shift[at]);
        inputs[k][2 * numbers + 4 + c] = sample.fubiniStudy()[c][p];
      }
      inputs[k][2 * numbers] = sample.omegaSquared()[p];
      total += sample.weight()[p];
    }
    boolean exact = stated.loss().normalisation() == PotentialLossSpec.Normalisation.EXACT;
    for (int k = 0; k < inputs.length; k++) {
      inputs[k][2 * numbers + 1] = sample.weight()[point(k)] / total;
      inputs[k][2 * numbers + 2] = sample.kappa();
    }
    if (exact) {
      normalise(numbers);
    }
  }

  private int point(int k) {
    return batch.points()[batch.from() + k];
  }

  /** κ = ⟨wq⟩, and λ the derivative of the loss by it, by differences. */
  private void normalise(int numbers) {
    double kappa = 0;
    for (double[] in : inputs) {
      kappa += field.volume(in);
    }
    double mean = kappa;
    double lambda = CentralDifference.of(h -> at(numbers, mean + h), 1e-4 * kappa);
    for (double[] in : inputs) {
      in[2 * numbers + 2] = kappa;
      in[2 * numbers + 3] = lambda;
    }
  }

  private double at(int numbers, double kappa) {
    double sum = 0;
    for (double[] in : inputs) {
      double[] moved = in.clone();
      moved[2 * numbers + 2] = kappa;
      sum += field.density(moved);
    }
    return sum;
  }

  /** Its derivative along a change of the jets. */
  double slope(IntFunction<double[]> change) {
    double sum = 0;
    for (int k = 0; k < inputs.length; k++) {
      Gradient gradient = field.lagrangian(inputs[k]);
      double[] jet = change.apply(point(k));
      int numbers = sample.dimension() * sample.dimension();
      for (int c = 0; c < numbers; c++) {
        sum += gradient.getPartialDerivative(c) * jet[jet.length - numbers + c];
      }
    }
    return sum;
  }
}
