package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import org.metricflows.numeric.internal.gradient.NetworkOutputs;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The outputs of a network of finite width, whose parameters begin a state.
 *
 * @param net the network, as its flow has it
 */
record NetworkField(NetworkOutputs.Net net) implements OutputField {

  @Override
  public double[][] jets(double[] state, double[][] points, int order) {
    JetModel model = net.at(points, order, Parallel.common());
    double[] theta = Arrays.copyOf(state, net.start().shape().parameters());
    double[][] jets = new double[model.columns()][points.length];
    model.outputJets(theta, jets);
    if (net.centred()) {
      double[][] first = new double[model.columns()][points.length];
      model.outputJets(net.origin().toArray(), first);
      for (int c = 0; c < jets.length; c++) {
        for (int p = 0; p < points.length; p++) {
          jets[c][p] -= first[c][p];
        }
      }
    }
    return jets;
  }
}
