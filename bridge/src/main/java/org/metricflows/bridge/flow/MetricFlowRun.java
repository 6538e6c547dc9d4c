package org.metricflows.bridge.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.run.Tensor;
import org.metricflows.bridge.spec.SampleSpec;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.numeric.flow.FlowListener;

/**
 * A spec's flow from start to result.
 *
 * <p>With a grid sample the metric at the sample points goes to fields.npz as arrays {@code t}
 * [time], {@code x} [point][coordinate], {@code g} [time][point][component]; else into the records.
 */
public final class MetricFlowRun implements SpecRun {
  private final Spec spec;
  private final AssembledFlow flow;
  private final Map<String, Object> versions;

  private MetricFlowRun(Spec spec, Map<String, Object> versions) {
    this.spec = spec;
    this.flow = AssembledFlow.of(spec);
    this.versions = new LinkedHashMap<>(versions);
  }

  /**
   * Derives, compiles and assembles the flow of a spec.
   *
   * @param versions what result.json says of the programs that made it
   * @throws org.metricflows.symbolic.InputException see {@link AssembledFlow#of}
   */
  public static MetricFlowRun of(Spec spec, Map<String, Object> versions) {
    return new MetricFlowRun(spec, versions);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  @Override
  public double end() {
    return spec.flow().time();
  }

  @Override
  public RunResult in(RunFolder folder, FlowListener progress) {
    RunOutcome outcome = run(progress).in(folder);
    if (onGrid()) {
      folder.writeFields(fields(outcome.records()));
    }
    RunResult result = result(outcome);
    folder.writeResult(result);
    return result;
  }

  /** Runs without leaving a trace. */
  public RunResult inMemory(FlowListener progress) {
    return result(run(progress).inMemory());
  }

  private Run run(FlowListener progress) {
    return Run.of(flow.integration(), flow::observe).reportingTo(progress);
  }

  private boolean onGrid() {
    return spec.sample() instanceof SampleSpec.Grid;
  }

  private RunResult result(RunOutcome outcome) {
    Map<String, Object> extras = new LinkedHashMap<>(flow.extras(outcome.result().state()));
    List<Map<String, Object>> checks = MonotonicityCheck.of(outcome.records());
    if (!checks.isEmpty()) {
      extras.put("checks", checks);
    }
    return new RunResult(
        outcome.result().outcome(),
        onGrid() ? withoutPoints(outcome.records()) : outcome.records(),
        extras,
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }

  private static List<Map<String, Object>> withoutPoints(List<Map<String, Object>> records) {
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> record : records) {
      Map<String, Object> copy = new LinkedHashMap<>(record);
      copy.remove(StateReader.AT_POINTS);
      kept.add(copy);
    }
    return kept;
  }

  private Map<String, Tensor> fields(List<Map<String, Object>> records) {
    double[][] points = flow.samplePoints();
    List<Integer> xShape = List.of(points.length, points[0].length);
    double[] times =
        records.stream().mapToDouble(r -> ((Number) r.get("t")).doubleValue()).toArray();
    double[][][] metrics =
        records.stream()
            .map(r -> MetricRows.of(r.get(StateReader.AT_POINTS)))
            .toArray(double[][][]::new);
    Map<String, Tensor> fields = new LinkedHashMap<>();
    fields.put("t", Tensor.of(times));
    fields.put("x", new Tensor(xShape, MetricRows.flat(points)));
    int components = metrics.length == 0 ? 0 : metrics[0][0].length;
    List<Integer> gShape = List.of(metrics.length, points.length, components);
    fields.put("g", new Tensor(gShape, MetricRows.flat(metrics)));
    return fields;
  }
}
