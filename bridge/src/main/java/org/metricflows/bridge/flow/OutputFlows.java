package org.metricflows.bridge.flow;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.kernel.KernelDuals;
import org.metricflows.bridge.spec.NetworkSpec;
import org.metricflows.bridge.spec.ParameterSpec;
import org.metricflows.bridge.spec.Parametrization;
import org.metricflows.bridge.spec.Width;
import org.metricflows.numeric.gradient.FiniteWidthFlow;
import org.metricflows.numeric.gradient.FrozenKernel;
import org.metricflows.numeric.gradient.InfiniteWidthFlow;
import org.metricflows.numeric.gradient.OutputFlow;
import org.metricflows.numeric.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.kernel.KernelArchitecture;
import org.metricflows.numeric.kernel.KernelDual;
import org.metricflows.numeric.kernel.KernelMatrix;
import org.metricflows.numeric.network.LayerParameters;
import org.metricflows.numeric.network.NetworkParameters;
import org.metricflows.numeric.network.NetworkShape;
import org.metricflows.numeric.network.OutputSharing;
import org.metricflows.numeric.simd.Parallel;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Activation;

/**
 * Makes the flow of a network's outputs, at finite or infinite width.
 *
 * @param order derivatives of the outputs at the sample points that are to be known
 */
record OutputFlows(
    NetworkSpec network,
    Activation activation,
    Compiler compiler,
    FlowData data,
    CompiledLoss loss,
    int order) {

  OutputFlow infinite(int outputs) {
    try {
      return frozen(outputs);
    } catch (ArithmeticException e) {
      throw new InputException(
          "network.activation: '"
              + activation.name()
              + "' has no usable kernel at these points: "
              + e.getMessage());
    }
  }

  private OutputFlow frozen(int outputs) {
    if (network.parametrization() == Parametrization.STANDARD) {
      throw new InputException(
          "network.parametrization: 'standard' has no infinite-width limit under plain gradient"
              + " flow (its kernel grows with the width); use 'ntk'");
    }
    double[][] points = data.sampling().points();
    KernelMatrix sample =
        order == loss.order()
            ? kernel(order, order).ntkGram(points)
            : kernel(order, loss.order()).ntkCross(points, points);
    KernelMatrix test = kernel(0, loss.order()).ntkCross(data.testPoints(), points);
    return new InfiniteWidthFlow(
        outputs,
        points.length,
        data.jets(order),
        FrozenKernel.of(sample, test),
        loss,
        diagonal(kernel(0, 0).ntkGram(data.probePoints()), outputs),
        Parallel.common());
  }

  /** The frozen kernel with derivatives up to the given orders. */
  InfiniteWidthKernel kernel(int orderX, int orderXp) {
    KernelArchitecture architecture =
        new KernelArchitecture(
            data.dimension(), network.width().depth(), network.weightStd(), network.biasStd());
    KernelDual dual = KernelDuals.of(activation);
    return InfiniteWidthKernel.of(architecture, dual, orderX, orderXp);
  }

  OutputFlow finite(int outputs) {
    NetworkShape shape =
        new NetworkShape(
            data.dimension(),
            ((Width.Finite) network.width()).hiddenLayers(),
            outputs,
            org.metricflows.numeric.network.Parametrization.valueOf(
                network.parametrization().name()),
            network.weightStd(),
            network.biasStd(),
            OutputSharing.valueOf(network.outputs().name()));
    FiniteWidthFlow.Points points =
        new FiniteWidthFlow.Points(data.sampling().points(), data.testPoints(), data.probePoints());
    return new FiniteWidthFlow(
        parameters(shape),
        highest -> compiler.compile(activation.derivatives(highest)),
        points,
        loss,
        order,
        network.centred(),
        Parallel.common());
  }

  private NetworkParameters parameters(NetworkShape shape) {
    if (network.parameters() instanceof ParameterSpec.Seeded seeded) {
      return NetworkParameters.draw(shape, seeded.seed());
    }
    List<LayerParameters> layers = new ArrayList<>();
    for (List<ParameterSpec.Layer> one : ((ParameterSpec.Given) network.parameters()).networks()) {
      for (ParameterSpec.Layer layer : one) {
        double[] biases = layer.biases().stream().mapToDouble(b -> b).toArray();
        layers.add(new LayerParameters(layer.weights().toArray(), biases));
      }
    }
    return NetworkParameters.ofLayers(shape, layers);
  }

  /** Θ_cc' = δ_cc' Θ over (point, output). */
  private static double[][] diagonal(KernelMatrix kernel, int outputs) {
    int size = kernel.rows() * outputs;
    double[][] full = new double[size][size];
    for (int i = 0; i < kernel.rows(); i++) {
      for (int j = 0; j < kernel.columns(); j++) {
        for (int c = 0; c < outputs; c++) {
          full[i * outputs + c][j * outputs + c] = kernel.get(i, j);
        }
      }
    }
    return full;
  }
}
