package org.metricflows.numeric.internal.gradient;

import java.util.Optional;
import java.util.stream.IntStream;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.spectral.Velocity;

/**
 * Natural-gradient flow of a loss, θ̇ = −(JᵀWJ + λ)⁻¹ ∂L/∂θ with an inner product W of the outputs'
 * changes. Along it −dL/dt = ⟨V, P_λ V⟩_W ≥ 0 with V = −W⁻¹ δL/δf the steepest descent of the
 * outputs themselves: the flow is V's, projected ({@link NaturalProjection}).
 *
 * <p>The state is θ.
 */
public final class NaturalDescent extends NetworkFlow implements OutputFlow, Projected {
  private final FiniteWidthFlow plain;
  private final NaturalProjection projection;
  private final JetLoss loss;
  private final Optional<Velocity> wanted;
  private final boolean isOfOutputs;
  private final double[] descent;
  private final double[][] values;
  private final double[][] adjoints;
  private final double[] covector;
  private final int[] points;

  private NaturalDescent(
      NetworkOutputs outputs,
      FiniteWidthFlow plain,
      JetLoss loss,
      NaturalProjection projection,
      boolean isOfOutputs,
      Optional<Velocity> wanted) {
    super(outputs);
    this.plain = plain;
    this.loss = loss;
    this.projection = projection;
    this.wanted = wanted;
    this.isOfOutputs = isOfOutputs;
    this.descent = new double[plain.dimension()];
    this.values = new double[outputs.outputs()][outputs.samplePoints()];
    this.adjoints = new double[outputs.outputs()][outputs.samplePoints()];
    this.covector = new double[projection.rows()];
    this.points = IntStream.range(0, outputs.samplePoints()).toArray();
  }

  /**
   * The flow.
   *
   * @param loss of the outputs at the sample points
   * @param metric W
   * @param wanted V of a loss of derivatives, where a formula is known: the defect is measured by
   *     it; that of a loss of values is
   * @param damping λ in units of the mean of the diagonal of W^½ J Jᵀ W^½, above 0
   */
  public static NaturalDescent of(
      NetworkOutputs outputs,
      JetLoss loss,
      OutputMetric metric,
      Optional<Velocity> wanted,
      double damping) {
    return new NaturalDescent(
        outputs,
        FiniteWidthFlow.of(outputs, loss),
        loss,
        new NaturalProjection(outputs, metric, damping),
        metric.isOfOutputs(),
        wanted);
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    plain.derivative(t, y, descent);
    projection.at(y);
    if (isOfValues()) {
      differentiate(y);
      projection.descend(covector, yDot);
    } else {
      projection.precondition(descent, yDot);
    }
  }

  /** Whether the loss's variation is a covector of what velocities are of. */
  private boolean isOfValues() {
    return loss.order() == 0 && isOfOutputs;
  }

  /** ∂L/∂f: from it a solve loses fewer digits than from ∂L/∂θ. */
  private void differentiate(double[] y) {
    outputs.sampleJets(y, 0, values);
    loss.evaluate(points, 0, points.length, values, adjoints);
    for (int c = 0; c < adjoints.length; c++) {
      System.arraycopy(adjoints[c], 0, covector, c * points.length, points.length);
    }
  }

  @Override
  public double loss(double[] y) {
    return plain.loss(y);
  }

  /** −dL/dt = ⟨∂L/∂θ, (JᵀWJ + λ)⁻¹ ∂L/∂θ⟩. */
  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += descent[i] * yDot[i];
    }
    return sum;
  }

  @Override
  public Fidelity fidelity(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    if (isOfValues()) {
      double defect = projection.defectOfDescent(covector, yDot);
      return new Fidelity(Optional.of(defect), projection.rank());
    }
    if (wanted.isEmpty()) {
      return new Fidelity(Optional.empty(), projection.rank());
    }
    double[] velocity = new double[projection.rows()];
    wanted.get().evaluate(outputs.sampleJets(y, wanted.get().order()), velocity);
    return new Fidelity(Optional.of(projection.defect(velocity, yDot)), projection.rank());
  }
}
