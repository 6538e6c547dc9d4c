package org.metricflows.bridge.library;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.kernel.KernelEvaluator;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.ParameterSpec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.network.Activation;

/**
 * A fully connected network, finite or infinitely wide: z = (σ_w/√n) W σ(h) + σ_b b, all entries
 * drawn from N(0, 1), unless {@link #standard} says otherwise.
 */
public final class Network {

  private final NetworkSpec spec;

  private Network(NetworkSpec spec) {
    this.spec = spec;
  }

  /**
   * A network of finite width.
   *
   * @param activation a name such as {@code erf}, or a formula in {@code u}
   * @param widths of the hidden layers
   * @throws org.metricflows.symbolic.InputException if the activation is neither
   */
  public static Network of(String activation, int... widths) {
    return of(new Width.Finite(Arrays.stream(widths).boxed().toList()), activation);
  }

  /**
   * The limit of infinite width: its kernel is deterministic and frozen.
   *
   * @param layers how many hidden ones
   */
  public static Network infinite(String activation, int layers) {
    return of(new Width.Infinite(layers), activation);
  }

  private static Network of(Width width, String activation) {
    return new Network(
        new NetworkSpec(
            width,
            activation(activation),
            1,
            0.5, // without biases an odd activation makes odd functions
            Parametrization.NTK,
            OutputSharing.INDEPENDENT,
            false,
            true,
            new ParameterSpec.Seeded(1)));
  }

  private static Activation activation(String text) {
    return Activation.isNamed(text)
        ? Activation.named(text)
        : new Activation(text, ExpressionParser.of(List.of("u")).parse("network.activation", text));
  }

  /** The same with σ_w > 0 and σ_b ≥ 0; 1 and 0.5 unless said. */
  public Network deviations(double weights, double biases) {
    return new Network(
        new NetworkSpec(
            spec.width(),
            spec.activation(),
            weights,
            biases,
            spec.parametrization(),
            spec.outputs(),
            spec.periodic(),
            spec.centred(),
            spec.parameters()));
  }

  /** The same with other first parameters; 1 unless said. */
  public Network seed(long seed) {
    return with(spec.parametrization(), spec.outputs(), new ParameterSpec.Seeded(seed));
  }

  /** The same with one body and a read-out a component, in place of a network a component. */
  public Network shared() {
    return with(spec.parametrization(), OutputSharing.SHARED, spec.parameters());
  }

  /** The same with z = W h + b, W ~ N(0, σ_w²/n). */
  public Network standard() {
    return with(Parametrization.STANDARD, spec.outputs(), spec.parameters());
  }

  private Network with(
      Parametrization parametrization, OutputSharing outputs, ParameterSpec parameters) {
    return new Network(
        new NetworkSpec(
            spec.width(),
            spec.activation(),
            spec.weightStd(),
            spec.biasStd(),
            parametrization,
            outputs,
            spec.periodic(),
            spec.centred(),
            parameters));
  }

  /**
   * The kernels of the infinitely wide network: NNGP, NTK and their derivatives up to the second by
   * each point.
   *
   * @param inputs the number of coordinates
   * @throws org.metricflows.symbolic.InputException if the activation has none
   */
  public Kernel kernel(int inputs) {
    return new Kernel(
        KernelEvaluator.of(
            spec.activation(), spec.width().depth(), spec.weightStd(), spec.biasStd(), inputs));
  }

  NetworkSpec spec() {
    return spec;
  }
}
