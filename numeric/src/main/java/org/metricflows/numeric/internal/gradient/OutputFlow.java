package org.metricflows.numeric.internal.gradient;

/** A gradient flow of network outputs, with what can be read off its state. */
public interface OutputFlow extends Outputs, Descent {

  /** Θ_cc'(x, x') of the outputs over the flow's probe points, rows and columns (point, output). */
  double[][] outputKernel(double[] y);
}
