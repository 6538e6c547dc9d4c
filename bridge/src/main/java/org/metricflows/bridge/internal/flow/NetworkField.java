package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.numeric.internal.network.Activation;
import org.metricflows.numeric.internal.network.CoordinateInputs;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.LinearisedNetwork;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The outputs of a network of finite width, whose parameters begin a state.
 *
 * @param centred whether those of its origin are subtracted
 * @param linearised whether it is linearised at its origin
 */
record NetworkField(
    FiniteNetwork network, Activation activation, boolean centred, boolean linearised)
    implements OutputField {

  @Override
  public double[][] jets(double[] state, double[][] points, int order) {
    int d = network.shape().inputs();
    CoordinateInputs inputs = CoordinateInputs.of(points, d, order);
    JetModel model =
        linearised
            ? LinearisedNetwork.of(network.origin(), activation, inputs, Parallel.common())
            : JetNetwork.of(network.shape(), activation, inputs, Parallel.common());
    double[] theta = Arrays.copyOf(state, network.shape().parameters());
    double[][] jets = new double[model.columns()][points.length];
    model.outputJets(theta, jets);
    if (centred) {
      double[][] first = new double[model.columns()][points.length];
      model.outputJets(network.origin().toArray(), first);
      for (int c = 0; c < jets.length; c++) {
        for (int p = 0; p < points.length; p++) {
          jets[c][p] -= first[c][p];
        }
      }
    }
    return jets;
  }
}
