package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.kahler.FrozenEvaluators;
import org.metricflows.bridge.internal.kahler.KahlerEvaluators;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;

/**
 * Compares every evaluator that a Kähler potential's training uses with independent paths.
 *
 * <pre>
 *   pull-back            J^i_a, by differences along the variety
 *   volume form          |Ω|², from the equations' monomials
 *   Fubini–Study metric  ∂∂̄ of (1/π) Σ log|z|²
 *   feature jets         by Taylor polynomials, and first ones by differences along the variety
 *   potential jets       the network of the features
 *   loss density         and its derivatives by ∂∂̄φ
 *   parameter gradient   ∂L/∂θ for some θ
 *   Ricci curvature      R_ab̄ = −∂_a∂_b̄ log det g, by differences along the variety
 *   metric kernel        four derivatives of the recursion, or forms of the ambient space
 *   residuals            and their derivatives by the metric
 * </pre>
 */
public final class KahlerCheck {
  /** At how many points. */
  static final int MOST_POINTS = 12;

  private final List<CheckResult> results = new ArrayList<>();
  private final Consumer<String> progress;

  private KahlerCheck(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * The check of a spec, at a dozen points.
   *
   * @param progress is told what is being checked
   * @throws org.metricflows.symbolic.InputException see {@link KahlerEvaluators#of}
   */
  public static CheckReport of(CalabiYauSpec spec, Consumer<String> progress) {
    KahlerCheck check = new KahlerCheck(progress);
    if (spec.setting().isFrozen()) {
      FrozenEvaluators frozen = FrozenEvaluators.of(spec, MOST_POINTS);
      check.frozen(frozen, spec);
    }
    if (!spec.setting().isKernel()) {
      check.potential(KahlerEvaluators.of(spec, MOST_POINTS), spec);
    }
    return new CheckReport(check.results);
  }

  /**
   * The check of evaluators.
   *
   * @param stated the spec that the independent paths go by
   */
  static CheckReport of(KahlerEvaluators evaluators, CalabiYauSpec stated) {
    KahlerCheck check = new KahlerCheck(section -> {});
    check.potential(evaluators, stated);
    return new CheckReport(check.results);
  }

  /**
   * The check of the evaluators of a frozen kernel.
   *
   * @param stated the spec that the independent paths go by
   */
  static CheckReport of(FrozenEvaluators evaluators, CalabiYauSpec stated) {
    KahlerCheck check = new KahlerCheck(section -> {});
    check.frozen(evaluators, stated);
    return new CheckReport(check.results);
  }

  private void potential(KahlerEvaluators evaluators, CalabiYauSpec stated) {
    results.addAll(
        new VarietyCheck(evaluators.sample(), evaluators.features(), stated).run(progress));
    progress.accept("potential");
    PotentialOracle oracle = new PotentialOracle(evaluators, stated);
    PotentialCheck potential = new PotentialCheck(evaluators, stated, oracle, new Random(20));
    results.add(potential.jets());
    results.addAll(potential.density());
    progress.accept("gradient");
    results.addAll(potential.gradient());
    progress.accept("curvature");
    results.addAll(new RicciCheck(evaluators, stated, oracle, potential).results());
  }

  private void frozen(FrozenEvaluators evaluators, CalabiYauSpec stated) {
    if (stated.setting().isKernel()) {
      results.addAll(
          new VarietyCheck(evaluators.sample(), evaluators.features(), stated).run(progress));
      progress.accept("kernel");
      results.add(new MetricKernelCheck(evaluators, stated).result());
    }
    progress.accept("residuals");
    results.add(new ResidualCheck(evaluators).result());
  }
}
