package org.metricflows.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;
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

/** R and |Ric|² of given metric jets, time a point, on all cores. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CurvatureBenchmark {
  private static final int POINTS = 50_000;
  private static final int CHUNK = 1000;

  @Param({"2", "3", "4"})
  public int dimension;

  private Program program;
  private double[][] jets;
  private double[][] invariants;

  @Setup
  public void compile() {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, dimension));
    builder.define("outR", curvature.scalar());
    builder.define("outRic2", curvature.ricciSquared());
    Derivation derivation = builder.build("outR", "outRic2");
    program = new Compiler().compile(derivation.withOutputs(derivation.outputs()));
    Random random = new Random(0);
    jets = new double[program.inputs()][POINTS];
    for (int c = 0; c < jets.length; c++) {
      String name = program.inputNames().get(c);
      boolean value = name.length() == 3;
      double mean = value && name.charAt(1) == name.charAt(2) ? 2 : 0;
      double spread = value ? 0.1 : 1;
      Arrays.setAll(jets[c], p -> mean + spread * random.nextGaussian());
    }
    invariants = new double[2][POINTS];
  }

  @Benchmark
  @OperationsPerInvocation(POINTS)
  public double[][] invariants() {
    Parallel.common()
        .run(
            POINTS / CHUNK,
            (chunk, worker) -> {
              int[] in = new int[jets.length];
              int[] out = new int[2];
              Arrays.fill(in, chunk * CHUNK);
              Arrays.fill(out, chunk * CHUNK);
              program.apply(jets, in, invariants, out, CHUNK);
            });
    return invariants;
  }
}
