package org.metricflows.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.variety.CompiledVariety;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.numeric.internal.variety.VarietySampler;
import org.metricflows.symbolic.internal.variety.Variety;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Points of a variety a second on all processors, with weights, pull-backs and metrics. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VarietySampleBenchmark {
  private static final int POINTS = 50_000;

  @Param({"quintic", "bicubic", "two-cubics"})
  public String variety;

  private VarietySampler sampler;
  private long seed;

  @Setup
  public void compile() {
    sampler =
        CompiledVariety.of(Variety.of(ambient(), equations(), Map.of()), new Compiler()).sampler();
  }

  private List<Integer> ambient() {
    return switch (variety) {
      case "quintic" -> List.of(4);
      case "bicubic" -> List.of(2, 2);
      default -> List.of(5);
    };
  }

  private List<String> equations() {
    return switch (variety) {
      case "quintic" -> List.of("z0^5+z1^5+z2^5+z3^5+z4^5-5/2*z0*z1*z2*z3*z4");
      case "bicubic" ->
          List.of(
              "(z0^3+z1^3+z2^3)*z3^3+(z0^3+2*z1^3+4*z2^3)*z4^3+(z0^3+3*z1^3+9*z2^3)*z5^3"
                  + "-z0*z1*z2*z3*z4*z5");
      default -> List.of("z0^3+z1^3+z2^3-3/2*z3*z4*z5", "z3^3+z4^3+z5^3-3/2*z0*z1*z2");
    };
  }

  @Benchmark
  @OperationsPerInvocation(POINTS)
  public VarietySample points() {
    return sampler.draw(POINTS, 0, seed++);
  }
}
