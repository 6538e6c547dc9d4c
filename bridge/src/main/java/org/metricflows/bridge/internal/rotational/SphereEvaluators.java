package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.rotational.SphereFlow;
import org.metricflows.numeric.internal.rotational.SphereMaps;
import org.metricflows.numeric.internal.rotational.SphereProfile;
import org.metricflows.numeric.internal.spectral.CosineGrid;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/**
 * What the flow of a sphere is made of, as the flow itself uses it.
 *
 * @param metric the spec's formulas
 * @param grid shares of the arc length from pole to pole, times π
 * @param v (ψ/ℓ − sin x)/sin³ x at its points at the start
 * @param square ℓ² at the start, with πℓ the length from pole to pole
 * @param maps the compiled formulas
 */
public record SphereEvaluators(
    RadialMetric metric, CosineGrid grid, double[] v, double square, SphereMaps maps) {

  /**
   * Derives and compiles them.
   *
   * @param spec of a sphere
   * @throws org.metricflows.symbolic.InputException naming the field, if the formulas do not state
   *     a smooth sphere that the grid resolves
   */
  public static SphereEvaluators of(RotationalSpec spec) {
    Compiler compiler = new Compiler();
    RadialMetric metric = SphereFormulas.of(spec);
    SphereMaps maps = SphereEquations.maps(compiler, spec.dimension());
    int points = ((RotationalSpec.Sphere) spec.shape()).points();
    SphereStart start = SphereStart.of(compiler, metric, points);
    return new SphereEvaluators(metric, start.grid(), start.v(), start.square(), maps);
  }

  /** The initial value problem. */
  public SphereFlow flow() {
    return new SphereFlow(metric.dimension(), grid, maps, v, square);
  }

  /** The geometry of a state: v at the points, then ℓ². */
  public SphereProfile profile(double[] state) {
    return SphereProfile.of(metric.dimension(), grid, maps, state);
  }
}
