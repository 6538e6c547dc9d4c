package org.metricflows.bridge.rotational;

import java.util.List;
import java.util.Map;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.numeric.flow.FlowListener;

/** Runs of rotationally symmetric specs in memory. */
final class Spheres {
  private Spheres() {}

  static RunResult run(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    RotationalSpec spec = (RotationalSpec) source.readRun();
    FlowListener silent = new FlowListener() {};
    return spec.shape() instanceof RotationalSpec.Soliton
        ? SolitonRun.of(spec, Map.of()).inMemory(silent)
        : SphereRun.of(spec, Map.of()).inMemory(silent);
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
