package org.metricflows.symbolic.internal.equation;

import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.network.Activation;

/**
 * A fully connected network.
 *
 * @param activation σ
 * @param depth number of hidden layers
 * @param widths their widths; empty at infinite width
 * @param weightStd σ_w
 * @param biasStd σ_b
 * @param standard whether W and b carry σ_w/√n and σ_b themselves (standard parametrisation), not
 *     the formula (NTK parametrisation)
 * @param shared whether one body has all outputs, or each output a network of its own
 * @param centred whether the initial output is subtracted
 * @param linearised whether it is replaced by its Taylor polynomial of first order in its
 *     parameters
 */
public record Architecture(
    Activation activation,
    int depth,
    List<Integer> widths,
    Expr weightStd,
    Expr biasStd,
    boolean standard,
    boolean shared,
    boolean centred,
    boolean linearised) {

  public Architecture {
    widths = List.copyOf(widths);
    if (!widths.isEmpty() && widths.size() != depth) {
      throw new IllegalArgumentException(
          "architecture: " + widths.size() + " widths for " + depth + " hidden layers");
    }
  }

  public boolean isInfinite() {
    return widths.isEmpty() && depth > 0;
  }
}
