package org.metricflows.bridge.assembly;

import java.util.Map;
import org.metricflows.bridge.flow.MetricFlowRun;
import org.metricflows.bridge.homogeneous.HomogeneousRun;
import org.metricflows.bridge.kahler.AlgebraicRun;
import org.metricflows.bridge.kahler.FrozenRun;
import org.metricflows.bridge.kahler.KahlerRun;
import org.metricflows.bridge.rotational.SolitonRun;
import org.metricflows.bridge.rotational.SphereRun;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.HomogeneousSpec;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.bridge.spec.Spec;

/** The run of each kind of spec. */
public final class SpecRuns {
  private SpecRuns() {}

  /**
   * Derives and compiles what a spec asks for.
   *
   * @param versions what result.json says of the programs that made it
   * @throws org.metricflows.symbolic.InputException if the spec asks for what cannot be done,
   *     naming the field
   */
  public static SpecRun of(RunSpec spec, Map<String, Object> versions) {
    if (spec instanceof Spec chart) {
      return MetricFlowRun.of(chart, versions);
    }
    if (spec instanceof HomogeneousSpec homogeneous) {
      return HomogeneousRun.of(homogeneous, versions);
    }
    if (spec instanceof CalabiYauSpec variety) {
      return variety.setting().isFrozen()
          ? FrozenRun.of(variety, versions)
          : KahlerRun.of(variety, versions);
    }
    if (spec instanceof AlgebraicSpec algebraic) {
      return AlgebraicRun.of(algebraic, versions);
    }
    if (spec instanceof RotationalSpec rotational) {
      return rotational.shape() instanceof RotationalSpec.Soliton
          ? SolitonRun.of(rotational, versions)
          : SphereRun.of(rotational, versions);
    }
    throw new IllegalArgumentException("no run is known for a " + spec.getClass().getSimpleName());
  }
}
