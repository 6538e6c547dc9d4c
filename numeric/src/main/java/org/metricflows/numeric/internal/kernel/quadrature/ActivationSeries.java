package org.metricflows.numeric.internal.kernel.quadrature;

import java.util.List;
import org.metricflows.numeric.internal.kernel.jet.Convolution;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.JetFunction;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/** φ, φ', …, φ⁽ᵏ⁾ at many arguments, by Taylor arithmetic in one variable. Thread-safe. */
public final class ActivationSeries {

  private final int order;
  private final TaylorProgram program;
  private final double[] factorials;

  /** The derivatives of φ up to an order. */
  public ActivationSeries(JetFunction activation, int order) {
    this.order = order;
    JetAlgebra algebra = new JetAlgebra(Convolution.univariate(order));
    this.program = TaylorProgram.of(algebra, List.of(activation.apply(algebra, variable(algebra))));
    this.factorials = new double[order + 1];
    factorials[0] = 1;
    for (int k = 1; k <= order; k++) {
      factorials[k] = k * factorials[k - 1];
    }
  }

  int order() {
    return order;
  }

  /** The derivatives as [k][argument]. */
  double[][] at(double[] arguments) {
    double[][] derivatives = new double[order + 1][arguments.length];
    double[] work = program.workspace();
    for (int from = 0; from < arguments.length; from += TaylorProgram.LANES) {
      int count = Math.min(TaylorProgram.LANES, arguments.length - from);
      if (program.input(0) >= 0) {
        System.arraycopy(arguments, from, work, program.input(0), count);
      }
      program.run(work, count);
      for (int k = 0; k <= order; k++) {
        int offset = program.output(0, k);
        for (int i = 0; i < count && offset >= 0; i++) {
          derivatives[k][from + i] = factorials[k] * work[offset + i];
        }
      }
    }
    return derivatives;
  }

  private Jet variable(JetAlgebra algebra) {
    return order == 0 ? algebra.parameter() : algebra.variable(1);
  }
}
