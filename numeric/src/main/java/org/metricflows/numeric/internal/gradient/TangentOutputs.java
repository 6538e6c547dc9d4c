package org.metricflows.numeric.internal.gradient;

/** Outputs of something that is moved by its parameters, with the kernel of these. */
public interface TangentOutputs extends Outputs {

  /** Θ_cc'(x, x') of the outputs over the flow's probe points, rows and columns (point, output). */
  double[][] outputKernel(double[] y);
}
