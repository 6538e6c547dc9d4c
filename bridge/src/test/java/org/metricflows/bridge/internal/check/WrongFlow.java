package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/** A flow whose velocity is wrong, its loss being right. */
record WrongFlow(OutputFlow right, double factor) implements OutputFlow {
  @Override
  public int dimension() {
    return right.dimension();
  }

  @Override
  public double[] initialState() {
    return right.initialState();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    right.derivative(t, y, yDot);
    Arrays.setAll(yDot, i -> factor * yDot[i]);
  }

  @Override
  public double loss(double[] y) {
    return right.loss(y);
  }

  @Override
  public double[][] sampleJets(double[] y, int order) {
    return right.sampleJets(y, order);
  }

  @Override
  public double[][] testValues(double[] y) {
    return right.testValues(y);
  }

  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    return right.gradientNormSquared(y);
  }

  @Override
  public double[][] outputKernel(double[] y) {
    return right.outputKernel(y);
  }
}
