package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetResiduals;

/**
 * An objective that is known as a sum of squares of a model's jets.
 *
 * @param objective the same loss as any
 * @param model of the jets
 * @param residuals for a batch of so many points
 */
public record JetSquares(Objective objective, JetModel model, OfBatch residuals)
    implements SquaredObjective {

  /** The residuals for batches of a size, of whose points they make a mean. */
  public interface OfBatch {

    /** How many residuals a point has. */
    int perPoint();

    /** Residuals whose squares add up to the loss of a batch of so many points. */
    JetResiduals of(int count);
  }

  @Override
  public int parameters() {
    return objective.parameters();
  }

  @Override
  public double lossGradient(double[] theta, Batch batch, double[] gradient) {
    return objective.lossGradient(theta, batch, gradient);
  }

  @Override
  public double loss(double[] theta, Batch batch) {
    return objective.loss(theta, batch);
  }

  @Override
  public int perPoint() {
    return residuals.perPoint();
  }

  @Override
  public void residuals(double[] theta, Batch batch, double[] values) {
    model.residuals(theta, batch, residuals.of(batch.count()), values);
  }

  @Override
  public void jacobian(double[] theta, Batch batch, double[] values, double[] rows) {
    model.jacobian(theta, batch, residuals.of(batch.count()), values, rows);
  }
}
