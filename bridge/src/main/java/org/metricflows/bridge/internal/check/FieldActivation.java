package org.metricflows.bridge.internal.check;

import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.symbolic.network.Activation;

/** Activations written a second time, by name, over elements that carry their derivatives along. */
final class FieldActivation {
  private final Activation activation;

  FieldActivation(Activation activation) {
    this.activation = activation;
  }

  /** σ(u); a formula of the user's own is walked through node by node. */
  <T extends Derivative<T>> T of(T u) {
    return switch (activation.name()) {
      case "identity" -> u;
      case "erf" -> FieldExpression.erf(u);
      case "tanh" -> u.tanh();
      case "sin" -> u.sin();
      case "cos" -> u.cos();
      case "gaussian" -> u.multiply(u).multiply(-0.5).exp();
      case "exp" -> u.exp();
      case "gelu" -> normal(u).multiply(u);
      case "swish" -> u.divide(u.negate().exp().add(1));
      case "softplus" -> FieldExpression.softplus(u);
      case "sigmoid" -> u.negate().exp().add(1).reciprocal();
      case "relu" -> u.getReal() > 0 ? u : u.newInstance(0.0);
      case "square" -> u.multiply(u);
      case "cube" -> u.multiply(u).multiply(u);
      default -> new FieldExpression<>(u, Map.of(Activation.ARGUMENT, u)).of(activation.value());
    };
  }

  private static <T extends Derivative<T>> T normal(T u) {
    return FieldExpression.erf(u.multiply(Math.sqrt(0.5))).add(1).multiply(0.5);
  }

  /** σ(u), σ′(u), …, σ⁽ᵏ⁾(u). */
  double[] derivatives(double u, int order) {
    DerivativeStructure variable = new DSFactory(1, order).variable(0, u);
    return of(variable).getAllDerivatives();
  }
}
