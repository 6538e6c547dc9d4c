package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.training.Objective;

/**
 * The loss L = Σ_a w_a ℓ(x_a) of a network's outputs at N points as what trainings take: over a
 * batch B it is (N/|B|) Σ_{a∈B} w_a ℓ(x_a), whose mean over batches is L.
 *
 * @param model over all N points
 */
record OutputObjective(JetModel model, JetLoss loss) implements Objective {

  @Override
  public int parameters() {
    return model.shape().parameters();
  }

  @Override
  public double lossGradient(double[] theta, Batch batch, double[] gradient) {
    double scale = scale(batch);
    double sum = model.lossGradient(theta, batch, loss, gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    return scale * sum;
  }

  @Override
  public double loss(double[] theta, Batch batch) {
    return scale(batch) * model.loss(theta, batch, loss);
  }

  private double scale(Batch batch) {
    return (double) model.points() / batch.count();
  }
}
