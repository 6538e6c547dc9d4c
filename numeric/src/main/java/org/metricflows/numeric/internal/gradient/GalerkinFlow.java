package org.metricflows.numeric.internal.gradient;

import java.util.Optional;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.spectral.Velocity;

/**
 * A velocity of the outputs, such as Ricci flow's, followed by a network: its parameters move so
 * that the outputs follow the velocity as well as they can, θ̇ = (JᵀWJ + λ)⁻¹ JᵀWV ({@link
 * NaturalProjection}).
 *
 * <p>The state is θ. A step costs J, N·C rows of as many numbers as there are parameters, and one
 * factorisation of the smaller Gram matrix.
 */
public final class GalerkinFlow extends NetworkFlow implements Projected {
  private final NaturalProjection projection;
  private final Velocity wanted;
  private final double[][] jets;
  private final double[] velocity;

  private GalerkinFlow(NetworkOutputs outputs, NaturalProjection projection, Velocity wanted) {
    super(outputs);
    this.projection = projection;
    this.wanted = wanted;
    this.jets = outputs.sampleJets(outputs.start(), wanted.order());
    this.velocity = new double[projection.rows()];
  }

  /**
   * The flow.
   *
   * @param outputs whose jets of the velocity's order are known
   * @param metric the inner product W of velocities
   * @param wanted V, at the sample points
   * @param damping λ in units of the mean of the diagonal of W^½ J Jᵀ W^½, above 0
   */
  public static GalerkinFlow of(
      NetworkOutputs outputs, OutputMetric metric, Velocity wanted, double damping) {
    return new GalerkinFlow(outputs, new NaturalProjection(outputs, metric, damping), wanted);
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    outputs.sampleJets(y, wanted.order(), jets);
    wanted.evaluate(jets, velocity);
    for (double v : velocity) {
      if (!Double.isFinite(v)) {
        throw new FlowStopException("the velocity is not finite");
      }
    }
    projection.at(y);
    projection.project(velocity, yDot);
  }

  @Override
  public Fidelity fidelity(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    return new Fidelity(Optional.of(projection.defect(velocity, yDot)), projection.rank());
  }
}
