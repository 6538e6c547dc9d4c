package org.metricflows.numeric.regime;

import java.util.Arrays;
import org.metricflows.numeric.flow.Flow;
import org.metricflows.numeric.flow.FlowStopException;

/**
 * The gradient flow of a loss under a frozen metric tangent kernel,
 *
 * <pre>
 *   dδ(x)/dt = −Σ_b Θ(x, x_b) ∂L/∂δ(x_b),   δ(0) = 0
 * </pre>
 *
 * for all x at once: δ(x) = Σ_b Θ(x, x_b) S_b with dS_b/dt = −∂L/∂δ(x_b) and S(0) = 0. The state is
 * S, component by component, so that held-out metrics need no kernel rows carried along.
 */
public final class SourceFlow implements Flow {

  private final TangentKernel kernel;
  private final Residuals residuals;
  private final double[] rho;
  private final double[][] slopes;

  public SourceFlow(TangentKernel kernel, Residuals residuals) {
    this.kernel = kernel;
    this.residuals = residuals;
    this.rho = new double[kernel.points()];
    this.slopes = new double[kernel.components()][kernel.points()];
  }

  @Override
  public int dimension() {
    return kernel.components() * kernel.points();
  }

  @Override
  public double[] initialState() {
    return new double[dimension()];
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    double loss = evaluate(y);
    if (!Double.isFinite(loss)) {
      throw new FlowStopException("the loss is not finite");
    }
    int n = kernel.points();
    for (int i = 0; i < slopes.length; i++) {
      for (int a = 0; a < n; a++) {
        yDot[i * n + a] = -2 * rho[a] * slopes[i][a];
      }
    }
  }

  /** L. */
  public double loss(double[] y) {
    return evaluate(y);
  }

  private double evaluate(double[] y) {
    residuals.evaluate(change(y), rho, slopes);
    double sum = 0;
    for (double r : rho) {
      sum += r * r;
    }
    return sum;
  }

  /** δ at the training points, {@code [component][point]}. */
  public double[][] change(double[] y) {
    return kernel.apply(sources(y));
  }

  /** S of a state, {@code [component][point]}. */
  public double[][] sources(double[] y) {
    int n = kernel.points();
    double[][] sources = new double[kernel.components()][];
    Arrays.setAll(sources, i -> Arrays.copyOfRange(y, i * n, (i + 1) * n));
    return sources;
  }
}
