package org.metricflows.bridge.internal.kahler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The metric and its determinant at fresh points of the Fermat quintic, as {@code evaluate} works
 * them out for a centred 64-64-64 gelu network: 0.63 Mflop of products a point, drawing included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class EvaluationBenchmark {
  private static final String SPEC =
      """
      variety: {ambient: [4], equations: ["z0^5+z1^5+z2^5+z3^5+z4^5"]}
      metric: {ansatz: kahler-potential, features: invariant}
      network: {hidden_layers: [64, 64, 64], activation: gelu, parametrization: standard}
      sample: {count: 1000, held_out: 0, seed: 1}
      loss: {name: monge-ampere, power: 2}
      training: {method: adam, epochs: 1, batch: 64, learning_rate: 1e-3}
      """;
  private static final int POINTS = 32_768;

  private VarietyEvaluation evaluation;
  private double[] state;
  private long seed;

  @Setup
  public void assemble() {
    CalabiYauSpec spec = (CalabiYauSpec) Geometries.read(SpecSource.ofText(SPEC, "benchmark"));
    evaluation = VarietyEvaluation.of(spec);
    state =
        Geometries.run(SpecSource.ofText(SPEC, "benchmark"), Map.of())
            .problem()
            .evolution()
            .run(new FlowListener() {})
            .state();
  }

  @Benchmark
  @OperationsPerInvocation(POINTS)
  public Evaluated points() {
    return evaluation.drawn(state, POINTS, seed++, List.of("metric", "determinant"));
  }
}
