package org.metricflows.bridge.internal.kernel;

import java.util.Map;
import org.metricflows.numeric.internal.kernel.ClosedFormDual;
import org.metricflows.numeric.internal.kernel.ExpectationDual;
import org.metricflows.numeric.internal.kernel.KernelDual;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.kernel.Dual;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;
import org.metricflows.symbolic.internal.kernel.Dual.Expectation;
import org.metricflows.symbolic.internal.kernel.Dual.PiecewiseLinear;
import org.metricflows.symbolic.network.Activation;

/** The dual functions of activations, ready for kernel recursions. */
public final class KernelDuals {

  private KernelDuals() {}

  /**
   * The dual of an activation: by closed form if one is known, by angles if it is piecewise linear,
   * by quadrature otherwise.
   *
   * @throws org.metricflows.symbolic.InputException if the activation has a kink or jump other than
   *     at the origin of a piecewise-linear function
   */
  public static KernelDual of(Activation activation) {
    return lower(Dual.of(activation.value()));
  }

  static KernelDual lower(Dual dual) {
    if (dual instanceof ClosedForm form) {
      return new ClosedFormDual(formula(form.kappa()), formula(form.kappaDot()));
    }
    if (dual instanceof PiecewiseLinear kinked) {
      return new PiecewiseLinearDual(kinked.right().toDouble(), kinked.left().toDouble());
    }
    Expr phi = ((Expectation) dual).activation();
    return ExpectationDual.of(
        (algebra, u) -> new JetLowering(algebra, Map.of(Dual.U, u)).lower(phi));
  }

  private static ClosedFormDual.Formula formula(Expr expr) {
    return (algebra, p, q, r) ->
        new JetLowering(algebra, Map.of(Dual.P, p, Dual.Q, q, Dual.R, r)).lower(expr);
  }
}
