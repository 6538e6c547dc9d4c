package org.metricflows.bridge.internal.check;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.homogeneous.LieGroupEvaluators;

/**
 * What is checked of a left-invariant flow; each a function of the components g_11, g_12, ….
 *
 * @param velocity ∂_t g
 * @param observables √det g, R, |Ric|², ∂_t R, then R_ij
 * @param eigenvalues of Ric relative to g
 * @param defect |Ric − (R/d) g|
 */
record LieGroupPaths(
    UnaryOperator<double[]> velocity,
    UnaryOperator<double[]> observables,
    UnaryOperator<double[]> eigenvalues,
    ToDoubleFunction<double[]> defect) {

  static LieGroupPaths of(LieGroupEvaluators evaluators) {
    return new LieGroupPaths(
        g -> Subject.evaluate(evaluators.velocity(), g),
        g -> Subject.evaluate(evaluators.observables(), g),
        evaluators::ricciEigenvalues,
        evaluators::solitonDefect);
  }
}
