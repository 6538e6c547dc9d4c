package org.metricflows.numeric.internal.gradient;

import java.util.Optional;
import org.metricflows.numeric.internal.flow.FlowStopException;

/** A flow of a network's outputs that follows a velocity as far as its parameters can. */
public interface Projected {

  /**
   * How well it follows at a state.
   *
   * @param defect |J θ̇ − V|/|V| in the flow's inner product, where V is known
   * @param rank tr P_λ, the number of independent velocities that it can follow
   */
  record Fidelity(Optional<Double> defect, double rank) {}

  /**
   * Measures it.
   *
   * @throws FlowStopException where the flow is not defined
   */
  Fidelity fidelity(double[] y) throws FlowStopException;
}
