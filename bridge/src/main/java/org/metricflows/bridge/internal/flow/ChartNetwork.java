package org.metricflows.bridge.internal.flow;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.gradient.NetworkOutputs;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.network.Activation;

/** The network of finite width of a spec with a chart. */
record ChartNetwork(Spec spec, Activation activation, Compiler compiler) {

  /** What it is fed with. */
  ChartInputs inputs() {
    return spec.space().inputs(spec.network().periodic());
  }

  /** Its parameters, with so many outputs. */
  FiniteNetwork finite(int outputs) {
    return FiniteNetwork.of(spec.network(), inputs().count(), outputs);
  }

  /** θ ↦ f, or the same linearised, anywhere. */
  NetworkOutputs.Net net(int outputs) {
    FiniteNetwork finite = finite(outputs);
    return new NetworkOutputs.Net(
        finite.start(),
        finite.origin(),
        highest -> compiler.compile(activation.derivatives(highest)),
        inputs(),
        spec.network().centred(),
        spec.setting().regime() == Regime.LINEARISED);
  }

  /**
   * θ ↦ f at the points of a flow.
   *
   * @param order derivatives at the sample points that are to be known
   */
  NetworkOutputs outputs(int outputs, FlowData data, int order) {
    return NetworkOutputs.of(
        net(outputs),
        new NetworkOutputs.Points(data.sampling().points(), data.testPoints(), data.probePoints()),
        order,
        Parallel.common());
  }
}
