package org.metricflows.bridge.assembly;

import java.util.function.Consumer;
import org.metricflows.bridge.check.CheckReport;
import org.metricflows.bridge.check.GridCheck;
import org.metricflows.bridge.check.KahlerCheck;
import org.metricflows.bridge.check.SpecCheck;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.Dynamics;
import org.metricflows.bridge.spec.Purpose;
import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/** The check of each kind of spec that has one. */
public final class SpecChecks {
  private SpecChecks() {}

  /**
   * Reads a spec and makes all comparisons of its evaluators with independent paths.
   *
   * @param progress is told what is being checked
   * @throws org.metricflows.symbolic.InputException if the spec has a fault, naming the field
   */
  public static CheckReport run(SpecSource source, Consumer<String> progress) {
    RunSpec spec = source.readChartOrVariety(Purpose.CHECK);
    if (spec instanceof AlgebraicSpec) {
      throw new InputException("metric.ansatz: 'check' knows no evaluators of 'algebraic' metrics");
    }
    return spec instanceof CalabiYauSpec variety
        ? KahlerCheck.of(variety, progress)
        : run((Spec) spec, progress);
  }

  private static CheckReport run(Spec spec, Consumer<String> progress) {
    boolean onGrid =
        spec.has("flow")
            && (spec.flow().dynamics() instanceof Dynamics.Local
                || spec.flow().dynamics() instanceof Dynamics.Ricci);
    return onGrid ? GridCheck.of(spec).run(progress) : SpecCheck.of(spec).run(progress);
  }
}
