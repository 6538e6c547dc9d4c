package org.metricflows.bridge.homogeneous;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.compiler.Program;

/** Reads metrics and their curvature off the flow's states. */
final class StateObserver {
  private final int dimension;
  private final Program observables;

  /**
   * @param observables what {@link
   *     org.metricflows.symbolic.evolution.HomogeneousFlow#observables()} derives
   */
  StateObserver(int dimension, Program observables) {
    this.dimension = dimension;
    this.observables = observables;
  }

  MetricState at(double[] y) {
    double[] out = new double[observables.outputs()];
    observables.evaluate(y, out);
    SymmetricForm ricci =
        SymmetricForm.of(dimension, Arrays.copyOfRange(out, out.length - y.length, out.length));
    return new MetricState(
        y.clone(),
        out[0],
        out[1],
        out[2],
        out[3],
        ricci.eigenvalues(SymmetricForm.of(dimension, y)));
  }

  /** The entries of a record. */
  Map<String, Object> record(double[] y) {
    MetricState state = at(y);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("metric", state.metric());
    record.put("volume", state.volume());
    record.put("R", state.scalar());
    record.put("ricci_squared", state.ricciSquared());
    record.put("ricci_eigenvalues", state.ricciEigenvalues());
    record.put("soliton_defect", state.solitonDefect());
    return record;
  }
}
