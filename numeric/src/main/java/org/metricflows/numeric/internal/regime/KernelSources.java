package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.gradient.LinearModel;

/**
 * Metrics under a frozen metric tangent kernel, for all x at once: δ(x) = Σ_b Θ(x, x_b) S_b with
 * dS_b/dt = −∂L/∂δ(x_b) and S(0) = 0. What moves is S, component by component, so that held-out
 * metrics need no kernel rows carried along.
 */
public final class KernelSources implements LinearModel {

  private final TangentKernel kernel;
  private final double[] change;

  public KernelSources(TangentKernel kernel) {
    this.kernel = kernel;
    this.change = new double[dimension()];
  }

  @Override
  public int dimension() {
    return kernel.components() * kernel.points();
  }

  @Override
  public int rows() {
    return kernel.points();
  }

  /** δ at the training points. */
  @Override
  public double[] outputs(double[] y) {
    double[][] columns = kernel.apply(sources(y));
    for (int i = 0; i < columns.length; i++) {
      System.arraycopy(columns[i], 0, change, i * rows(), rows());
    }
    return change;
  }

  @Override
  public void descend(double[][] drives, double[] yDot) {
    for (int i = 0; i < drives.length; i++) {
      for (int a = 0; a < rows(); a++) {
        yDot[i * rows() + a] = -drives[i][a];
      }
    }
  }

  /** S of a state, {@code [component][point]}. */
  public double[][] sources(double[] y) {
    double[][] sources = new double[kernel.components()][];
    Arrays.setAll(sources, i -> Arrays.copyOfRange(y, i * rows(), (i + 1) * rows()));
    return sources;
  }
}
