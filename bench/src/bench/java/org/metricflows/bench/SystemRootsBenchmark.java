package org.metricflows.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metricflows.numeric.internal.roots.SystemRoots;
import org.metricflows.numeric.internal.roots.SystemShape;
import org.metricflows.numeric.internal.simd.Parallel;
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

/** All roots of random polynomial systems, as many systems a second, on all processors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SystemRootsBenchmark {
  private static final int COUNT = 1024;

  /** What meets a linear space in such systems. */
  public enum Variety {
    /** Two cubics in P⁵: 9 points of a plane. */
    P5_3_3(SystemShape.dense(2, 3, 3)),
    /** A quadric and a quartic in P⁵: 8 points. */
    P5_2_4(SystemShape.dense(2, 2, 4)),
    /** Four quadrics in P⁷: 16 points. */
    P7_2_2_2_2(SystemShape.dense(4, 2, 2, 2, 2)),
    /** Tian's and Yau's manifold in P³ × P³, a plane in one and a line in the other: 9 points. */
    TIAN_YAU(SystemShape.of(new int[] {2, 1}, new int[][] {{3, 0}, {0, 3}, {1, 1}}));

    private final SystemShape shape;

    Variety(SystemShape shape) {
      this.shape = shape;
    }
  }

  @Param public Variety variety;

  private double[][][] coefficients;

  @Setup
  public void draw() {
    Random random = new Random(1);
    SystemShape shape = variety.shape;
    coefficients = new double[shape.unknowns()][][];
    for (int j = 0; j < coefficients.length; j++) {
      coefficients[j] = new double[2 * shape.terms(j)][COUNT];
      for (double[] column : coefficients[j]) {
        Arrays.setAll(column, p -> random.nextGaussian());
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public SystemRoots systems() {
    return SystemRoots.of(variety.shape, coefficients, Parallel.common());
  }
}
