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
  private final double[][] sources;
  private final double[][] change;
  private final double[] outputs;

  public KernelSources(TangentKernel kernel) {
    this.kernel = kernel;
    this.sources = new double[kernel.components()][kernel.points()];
    this.change = new double[kernel.components()][kernel.points()];
    this.outputs = new double[dimension()];
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
    for (int i = 0; i < sources.length; i++) {
      System.arraycopy(y, i * rows(), sources[i], 0, rows());
    }
    kernel.apply(sources, change);
    for (int i = 0; i < change.length; i++) {
      System.arraycopy(change[i], 0, outputs, i * rows(), rows());
    }
    return outputs;
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
