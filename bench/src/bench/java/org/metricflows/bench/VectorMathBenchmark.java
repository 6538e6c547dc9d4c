package org.metricflows.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metricflows.numeric.internal.simd.VectorMath;
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

/** Time an element of array passes, beside the same loop over {@link Math}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VectorMathBenchmark {
  private static final int LENGTH = 4096;

  private final double[] in = new double[LENGTH];
  private final double[] out = new double[LENGTH];

  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < LENGTH; i++) {
      in[i] = 2 * random.nextGaussian();
    }
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public double[] tanh() {
    VectorMath.tanh(in, 0, out, 0, LENGTH);
    return out;
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public double[] tanhOfMath() {
    for (int i = 0; i < LENGTH; i++) {
      out[i] = Math.tanh(in[i]);
    }
    return out;
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public double[] erf() {
    VectorMath.erf(in, 0, out, 0, LENGTH);
    return out;
  }
}
