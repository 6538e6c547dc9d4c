package org.metricflows.bridge.internal.rotational;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.rotational.SphereFlow;
import org.metricflows.numeric.internal.rotational.SphereMaps;
import org.metricflows.numeric.internal.rotational.SphereMesh;
import org.metricflows.numeric.internal.rotational.SphereProfile;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/**
 * What the flow of a sphere is made of, as the flow itself uses it.
 *
 * @param metric the spec's formulas
 * @param mesh where points are, by shares x/π of the arc length from pole to pole
 * @param v (ψ/ℓ − sin x)/sin³ x at its points at the start
 * @param initial the state at the start: v, then ℓ² with πℓ the length from pole to pole, …
 * @param maps the compiled formulas
 */
public record SphereEvaluators(
    RadialMetric metric, SphereMesh mesh, double[] v, double[] initial, SphereMaps maps) {

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
    RotationalSpec.Sphere sphere = (RotationalSpec.Sphere) spec.shape();
    SphereStart start =
        switch (sphere.grid()) {
          case EVEN -> SphereStart.even(compiler, metric, sphere.points());
          case ADAPTIVE -> SphereStart.adaptive(compiler, metric, sphere.points());
        };
    return new SphereEvaluators(metric, start.mesh(), start.v(), start.state(), maps);
  }

  /** The initial value problem. */
  public SphereFlow flow() {
    return new SphereFlow(metric.dimension(), mesh, maps, initial);
  }

  /** The grid of the start. */
  public EvenGrid grid() {
    return mesh.of(initial);
  }

  /** ℓ² at the start. */
  public double square() {
    return initial[mesh.size()];
  }

  /** The geometry of a state: v at the points, then ℓ². */
  public SphereProfile profile(double[] state) {
    return SphereProfile.of(metric.dimension(), mesh.of(state), maps, state);
  }

  /** As many points as the mesh has, evenly, whatever the mesh: those that fields are told at. */
  public double[] shown() {
    double[] points = new double[mesh.size()];
    Arrays.setAll(points, j -> (j + 0.5) * Math.PI / points.length);
    return points;
  }

  /** ψ, K_rad and K_tan of a state at the points shown. */
  public double[][] columns(double[] state) {
    return SphereProfile.columns(metric.dimension(), mesh.of(state), maps, state, shown());
  }
}
