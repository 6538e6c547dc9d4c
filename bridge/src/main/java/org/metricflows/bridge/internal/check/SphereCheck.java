package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.rotational.SphereEvaluators;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/**
 * Compares the Ricci flow of a rotationally symmetric sphere with independent paths:
 *
 * <pre>
 *   start            the spec's radius at given arc lengths, by quadrature of its lapse
 *   stretching       e, by Taylor polynomials and the curvature of the whole metric
 *   velocity         ∂_t v at a point for any h, likewise
 *   geometry         ψ, ψ_s, K_rad, K_tan, R, likewise, and by differences of ψ
 *   right-hand side  ∂_t of v and ℓ², with the drift of points by quadrature of Ric(∂_s, ∂_s)
 *   rates            of volume (−∫R dV) and neck along the flow, by differences
 *   profile          radii, curvatures and their extremes by search, integrals by quadrature
 * </pre>
 *
 * <p>The states looked at are even waves, which the grid has exactly; their flow is not of finitely
 * many modes, so that they are the smaller the fewer modes there are.
 */
public final class SphereCheck {
  private final RadialMetric metric;
  private final EvenGrid grid;
  private final SpherePaths paths;

  SphereCheck(RadialMetric metric, EvenGrid grid, SpherePaths paths) {
    this.metric = metric;
    this.grid = grid;
    this.paths = paths;
  }

  /**
   * The check of a spec.
   *
   * @param spec of a sphere
   * @throws org.metricflows.symbolic.InputException see {@link SphereEvaluators#of}
   */
  public static SphereCheck of(RotationalSpec spec) {
    SphereEvaluators evaluators = SphereEvaluators.of(spec);
    return new SphereCheck(evaluators.metric(), evaluators.grid(), SpherePaths.of(evaluators));
  }

  /**
   * Makes all comparisons.
   *
   * @param progress is told what is being checked
   */
  public CheckReport run(Consumer<String> progress) {
    Random random = Subject.random();
    List<CheckResult> results = new ArrayList<>();
    progress.accept("start");
    results.add(new SphereStartCheck(metric, grid, paths).result());
    progress.accept("formulas");
    results.addAll(new SphereMapsCheck(metric.dimension(), paths.maps()).results(random));
    progress.accept("flow");
    SphereFlowCheck flow = new SphereFlowCheck(metric.dimension(), grid, paths, random);
    results.add(flow.rightHandSide());
    results.add(flow.rates());
    progress.accept("profile");
    results.add(flow.profile());
    return new CheckReport(results);
  }
}
