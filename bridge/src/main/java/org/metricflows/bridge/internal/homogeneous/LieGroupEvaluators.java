package org.metricflows.bridge.internal.homogeneous;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.symbolic.internal.evolution.HomogeneousFlow;

/**
 * The programs that a left-invariant flow is made of, as the flow itself uses them. States are g_ij
 * in the order 11, 12, …, 22, ….
 *
 * @param group the Lie algebra and the metric at time 0
 * @param fixesVolume whether det g stays
 * @param velocity a state ↦ ∂_t g_ij
 * @param observables a state ↦ √det g, R, |Ric|², ∂_t R, then R_ij
 */
public record LieGroupEvaluators(
    LieGroup group, boolean fixesVolume, Program velocity, Program observables) {

  /**
   * Derives and compiles them.
   *
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static LieGroupEvaluators of(HomogeneousSpec spec) {
    LieGroup group = LieGroup.of(spec);
    HomogeneousFlow equations = new HomogeneousFlow(group.algebra(), spec.fixesVolume());
    Compiler compiler = new Compiler();
    return new LieGroupEvaluators(
        group,
        spec.fixesVolume(),
        compiler.compile(equations.velocity()),
        compiler.compile(equations.observables()));
  }

  /** Eigenvalues of Ric relative to g, increasing. */
  public double[] ricciEigenvalues(double[] state) {
    return observer().at(state).ricciEigenvalues();
  }

  /** |Ric − (R/d) g|. */
  public double solitonDefect(double[] state) {
    return observer().at(state).solitonDefect();
  }

  StateObserver observer() {
    return new StateObserver(group.algebra().dimension(), observables);
  }

  LeftInvariantFlow flow() {
    return new LeftInvariantFlow(group.algebra().dimension(), group.components(), velocity);
  }
}
