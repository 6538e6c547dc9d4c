package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.dense.GramMatrix;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;

/**
 * The metric tangent kernel Θ = J Jᵀ of a finite network at its start: what the network linearised
 * there is trained with. Products go through the parameters, Θ s = J (Jᵀ s), and never form Θ.
 */
public final class ParameterTangent implements TangentKernel {

  private final MetricJacobian jacobian;
  private final double[] theta;
  private final Batch training;
  private final Batch heldOut;
  private final double[] pulled;
  private final double[][] jets;

  /**
   * @param model a network, or one linearised at θ
   * @param theta θ
   */
  public ParameterTangent(JetModel model, double[] theta, Batch training, Batch heldOut) {
    this.jacobian = new MetricJacobian(model);
    this.theta = theta.clone();
    this.training = training;
    this.heldOut = heldOut;
    this.pulled = new double[jacobian.parameters()];
    this.jets = new double[model.columns()][Math.max(training.count(), heldOut.count())];
  }

  @Override
  public int points() {
    return training.count();
  }

  @Override
  public int components() {
    return jacobian.components();
  }

  @Override
  public void apply(double[][] sources, double[][] change) {
    jacobian.pullBack(theta, training, sources, pulled);
    jacobian.pushForward(theta, pulled, training, jets, change);
  }

  @Override
  public double[][] predict(double[][] sources) {
    double[][] change = new double[components()][heldOut.count()];
    jacobian.pullBack(theta, training, sources, pulled);
    jacobian.pushForward(theta, pulled, heldOut, jets, change);
    return change;
  }

  /** The change of the parameters that sources make, Jᵀ s. */
  public double[] parameters(double[][] sources) {
    double[] change = new double[pulled.length];
    jacobian.pullBack(theta, training, sources, change);
    return change;
  }

  @Override
  public double[] contract(double[][] covectors) {
    double[] rows = new double[Math.multiplyExact(points(), jacobian.parameters())];
    jacobian.rows(theta, training, covectors, rows);
    double[] gram = new double[Math.multiplyExact(points(), points())];
    GramMatrix.ofRows(points(), jacobian.parameters(), rows, gram);
    return gram;
  }
}
