package org.metricflows.bridge.internal.rotational;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Runs of rotationally symmetric specs in memory. */
final class Spheres {
  private Spheres() {}

  static RunResult run(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    RotationalSpec spec = (RotationalSpec) Geometries.read(source);
    Problem problem =
        spec.shape() instanceof RotationalSpec.Soliton
            ? SolitonProblem.of(spec)
            : SphereProblem.of(spec);
    return Run.of(problem, spec, Map.of()).inMemory();
  }

  static double[] column(RunResult result, String name) {
    return result.records().stream().mapToDouble(r -> number(r, name)).toArray();
  }

  static double number(Map<String, Object> record, String name) {
    return ((Number) record.get(name)).doubleValue();
  }

  static Map<String, Object> last(RunResult result) {
    List<Map<String, Object>> records = result.records();
    return records.get(records.size() - 1);
  }
}
