package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.kahler.AlgebraicEvaluators;
import org.metricflows.bridge.internal.kahler.AlgebraicForms;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * Compares every evaluator that balancing an algebraic metric uses with independent paths, at a
 * random positive form and along the first iterations:
 *
 * <pre>
 *   pull-back, volume form, Fubini–Study metric   as for a potential
 *   sections          the rank of all monomials on the variety, and those left out as combinations
 *   balancing map     T(H) as a sum over points
 *   iteration         T(H) times the next H, which is its inverse, and the distance from balanced
 *   metric            ∂∂̄ log s†Hs/(πk) by Taylor polynomials, and by differences along the variety
 *   volume ratio      det g/|Ω|² by decomposition and the equations' monomials
 *   record            σ, volume and the least eigenvalue relative to Fubini and Study's
 * </pre>
 *
 * Where the form is moved by its numbers θ, in place of sections and balancing: the potential's
 * jets by Taylor polynomials, and their derivatives by θ by differences.
 */
public final class AlgebraicCheck {
  /** Points for a monomial, where they are drawn. */
  private static final int POINTS_PER_SECTION = 4;

  private final AlgebraicSpec stated;
  private final VarietySample points;
  private final VarietySample heldOut;
  private final FieldSections sections;
  private final AlgebraicPaths paths;
  private final ComplexForm form;
  private final Optional<AlgebraicTangentCheck> tangent;
  private final Random random = Subject.random();

  /**
   * @param stated the spec that the independent paths go by
   */
  AlgebraicCheck(AlgebraicEvaluators evaluators, AlgebraicSpec stated, AlgebraicPaths paths) {
    this.stated = stated;
    this.points = evaluators.sample().training();
    this.heldOut = evaluators.heldOut();
    this.sections = FieldSections.of(evaluators.sections(), points.coordinates());
    this.paths = paths;
    this.tangent =
        isBalanced(stated) ? Optional.empty() : Optional.of(tangent(evaluators.forms(), stated));
    this.form =
        tangent
            .map(t -> ComplexForm.unpacked(sections.count(), t.forms().packed(t.theta())))
            .orElseGet(() -> ComplexForm.positive(sections.count(), random));
  }

  private static boolean isBalanced(AlgebraicSpec spec) {
    return spec.training().stream().anyMatch(t -> t.method() == AlgebraicSpec.Method.DONALDSON);
  }

  /** Near the start, where no number is 0. */
  private AlgebraicTangentCheck tangent(AlgebraicForms forms, AlgebraicSpec spec) {
    double[] theta = forms.start(spec.form());
    for (int i = 0; i < theta.length; i++) {
      theta[i] += 0.1 / Math.sqrt(theta.length) * random.nextGaussian();
    }
    return new AlgebraicTangentCheck(points, spec.variety(), forms, theta);
  }

  /**
   * The check of a spec, at four points a monomial.
   *
   * @throws org.metricflows.symbolic.InputException see {@link AlgebraicEvaluators#of}
   */
  public static AlgebraicCheck of(AlgebraicSpec spec) {
    AlgebraicEvaluators evaluators = AlgebraicEvaluators.of(spec, POINTS_PER_SECTION);
    return new AlgebraicCheck(evaluators, spec, AlgebraicPaths.of(evaluators));
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    progress.accept("points");
    List<CheckResult> results =
        new ArrayList<>(new VarietyPointsCheck(heldOut, stated.variety()).results());
    if (tangent.isPresent()) {
      progress.accept("potential");
      results.addAll(tangent.get().results(random));
    } else {
      progress.accept("sections");
      results.add(new SectionsCheck(stated, points, sections).result());
      progress.accept("balancing");
      BalancingCheck balancing = new BalancingCheck(points, sections, paths, form);
      results.add(balancing.map());
      results.add(balancing.iteration());
    }
    progress.accept("metric");
    double[][] metric = paths.metric().apply(form.packed());
    AlgebraicMetricCheck check =
        new AlgebraicMetricCheck(heldOut, stated.variety(), sections, paths, form);
    results.add(check.metric(metric));
    results.add(check.alongTheVariety(metric, random));
    results.add(check.ratio(metric));
    results.add(check.record(metric));
    return new CheckReport(results);
  }
}
