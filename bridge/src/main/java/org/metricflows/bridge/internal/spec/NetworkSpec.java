package org.metricflows.bridge.internal.spec;

import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.symbolic.network.Activation;

/**
 * The network.
 *
 * @param width its hidden layers
 * @param activation σ, whose name is how it is written: a name, or an expression in {@code u}
 * @param weightStd σ_w &gt; 0
 * @param biasStd σ_b ≥ 0
 * @param parametrization what of a layer is trained
 * @param outputs how the outputs share it
 * @param periodic whether it takes the cosine and sine of each coordinate that has a period
 * @param centred whether the initial output is subtracted, so that the flow starts at the
 *     background
 * @param parameters the first parameters of a finite network
 */
public record NetworkSpec(
    Width width,
    Activation activation,
    double weightStd,
    double biasStd,
    Parametrization parametrization,
    OutputSharing outputs,
    boolean periodic,
    boolean centred,
    ParameterSpec parameters) {
  /** Whether its layers are infinitely wide. */
  public boolean isInfinite() {
    return width instanceof Width.Infinite;
  }
}
