package org.metricflows.bridge.flow;

import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.kernel.KernelDuals;
import org.metricflows.bridge.network.FiniteNetwork;
import org.metricflows.bridge.spec.NetworkSpec;
import org.metricflows.numeric.gradient.FiniteWidthFlow;
import org.metricflows.numeric.gradient.FrozenJets;
import org.metricflows.numeric.gradient.FrozenKernel;
import org.metricflows.numeric.gradient.LinearFlow;
import org.metricflows.numeric.gradient.OutputFlow;
import org.metricflows.numeric.gradient.Supermetric;
import org.metricflows.numeric.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.kernel.KernelArchitecture;
import org.metricflows.numeric.kernel.KernelDual;
import org.metricflows.numeric.kernel.KernelMatrix;
import org.metricflows.numeric.network.Parametrization;
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
      throw InputException.of(
          "network.activation",
          "'" + activation.name() + "' has no usable kernel at these points: " + e.getMessage());
    }
  }

  private OutputFlow frozen(int outputs) {
    if (network.parametrization() == Parametrization.STANDARD) {
      throw InputException.of(
          "network.parametrization",
          "'standard' has no infinite-width limit under plain gradient"
              + " flow (its kernel grows with the width); use 'ntk'");
    }
    double[][] points = data.sampling().points();
    KernelMatrix sample =
        order == loss.order()
            ? kernel(order, order).ntkGram(points)
            : kernel(order, loss.order()).ntkCross(points, points);
    KernelMatrix test = kernel(0, loss.order()).ntkCross(data.testPoints(), points);
    return new LinearFlow(
        new FrozenJets(outputs, FrozenKernel.of(sample, test), Parallel.common()),
        outputs,
        points.length,
        data.jets(order),
        loss,
        Supermetric.identity(),
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
    FiniteNetwork finite = FiniteNetwork.of(network, data.dimension(), outputs);
    FiniteWidthFlow.Points points =
        new FiniteWidthFlow.Points(data.sampling().points(), data.testPoints(), data.probePoints());
    return FiniteWidthFlow.of(
        finite.start(),
        highest -> compiler.compile(activation.derivatives(highest)),
        points,
        loss,
        order,
        network.centred(),
        Parallel.common());
  }

  /** Θ_cc' = δ_cc' Θ over (point, output). */
  static double[][] diagonal(KernelMatrix kernel, int outputs) {
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
