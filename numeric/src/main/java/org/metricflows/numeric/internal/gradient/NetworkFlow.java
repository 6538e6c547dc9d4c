package org.metricflows.numeric.internal.gradient;

/** What moves the parameters θ of a network: its state, and what the network puts out there. */
abstract class NetworkFlow implements TangentOutputs {
  final NetworkOutputs outputs;

  NetworkFlow(NetworkOutputs outputs) {
    this.outputs = outputs;
  }

  @Override
  public final int dimension() {
    return outputs.shape().parameters();
  }

  @Override
  public final double[] initialState() {
    return outputs.start();
  }

  @Override
  public final double[][] sampleJets(double[] y, int order) {
    return outputs.sampleJets(y, order);
  }

  @Override
  public final double[][] testValues(double[] y) {
    return outputs.testValues(y);
  }

  @Override
  public final double[][] outputKernel(double[] y) {
    return outputs.outputKernel(y);
  }
}
