package org.metricflows.bridge.internal.flow;

import java.util.Optional;
import java.util.function.BiFunction;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.kernel.KernelDuals;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.gradient.FiniteWidthFlow;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.kernel.ComposedKernel;
import org.metricflows.numeric.internal.kernel.GaussianKernel;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.network.Activation;

/**
 * Makes the flow of the functions that make the metric: of a network, of one linearised, or under a
 * fixed kernel.
 *
 * @param activation of the network, if there is one
 * @param order derivatives of the outputs at the sample points that are to be known
 */
record OutputFlows(
    Spec spec,
    Optional<Activation> activation,
    Compiler compiler,
    FlowData data,
    CompiledLoss loss,
    int order) {

  private static final KernelDual RELU = new PiecewiseLinearDual(1, 0);

  /** Its state is parameters, or jets under a fixed kernel. */
  OutputFlow flow(int outputs) {
    return flow(outputs, FrozenFlows::of);
  }

  /** The same in coordinates in which the norm of what is learned is that of numbers. */
  OutputFlow byNorm(int outputs) {
    return flow(outputs, FrozenFlows::byFeatures);
  }

  private OutputFlow flow(int outputs, BiFunction<FrozenFlows, JetKernel, OutputFlow> made) {
    Optional<JetKernel> kernel = kernel();
    if (kernel.isEmpty()) {
      return finite(outputs);
    }
    FrozenFlows frozen = new FrozenFlows(outputs, data, loss, order, Supermetric.identity());
    try {
      return made.apply(frozen, kernel.get());
    } catch (ArithmeticException e) {
      throw InputException.of(
          "network.activation",
          "'"
              + activation.orElseThrow().name()
              + "' has no usable kernel at these points: "
              + e.getMessage());
    }
  }

  /** The kernel that stands in the network's place, if one does. */
  Optional<JetKernel> kernel() {
    RegimeSpec setting = spec.setting();
    return switch (setting.regime()) {
      case NETWORK -> spec.network().isInfinite() ? Optional.of(infinite()) : Optional.empty();
      case LINEARISED -> Optional.empty();
      case INFINITE -> Optional.of(infinite());
      case RELU -> Optional.of(infinite(RELU));
      case GAUSSIAN, DELTA ->
          Optional.of(fed(spec.space().inputs(false), GaussianKernel.of(setting.length())));
    };
  }

  private JetKernel infinite() {
    return infinite(KernelDuals.of(activation.orElseThrow()));
  }

  private JetKernel infinite(KernelDual dual) {
    NetworkSpec network = spec.network();
    if (network.parametrization() == Parametrization.STANDARD) {
      throw InputException.of(
          "network.parametrization",
          "'standard' has no infinite-width limit under plain gradient"
              + " flow (its kernel grows with the width); use 'ntk'");
    }
    ChartInputs inputs = spec.space().inputs(network.periodic());
    KernelArchitecture architecture =
        new KernelArchitecture(
            inputs.count(), network.width().depth(), network.weightStd(), network.biasStd());
    return fed(inputs, kernel(architecture, dual));
  }

  private static JetKernel fed(ChartInputs inputs, JetKernel kernel) {
    return inputs.areCoordinates() ? kernel : new ComposedKernel(inputs, kernel);
  }

  private static JetKernel kernel(KernelArchitecture architecture, KernelDual dual) {
    return (points, order, others, otherOrder) -> {
      InfiniteWidthKernel kernel = InfiniteWidthKernel.of(architecture, dual, order, otherOrder);
      return points == others && order == otherOrder
          ? kernel.ntkGram(points)
          : kernel.ntkCross(points, others);
    };
  }

  /** The network of finite width, if one moves the metric, or its linearisation does. */
  Optional<FiniteNetwork> network(int outputs) {
    return activation.isEmpty() || kernel().isPresent()
        ? Optional.empty()
        : Optional.of(finiteNetwork().finite(outputs));
  }

  /**
   * The outputs of a state, anywhere.
   *
   * @param byNorm whether states are as {@link #byNorm} has them
   */
  OutputField field(int outputs, boolean byNorm) {
    Optional<JetKernel> kernel = kernel();
    if (kernel.isPresent()) {
      FrozenFlows frozen = new FrozenFlows(outputs, data, loss, order, Supermetric.identity());
      return byNorm ? frozen.fieldByFeatures(kernel.get()) : frozen.field(kernel.get());
    }
    return new NetworkField(finiteNetwork().net(outputs));
  }

  private OutputFlow finite(int outputs) {
    return FiniteWidthFlow.of(finiteNetwork().outputs(outputs, data, order), loss);
  }

  private ChartNetwork finiteNetwork() {
    return new ChartNetwork(spec, activation.orElseThrow(), compiler);
  }
}
