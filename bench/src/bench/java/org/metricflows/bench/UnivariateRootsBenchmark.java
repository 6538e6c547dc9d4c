package org.metricflows.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metricflows.numeric.internal.roots.UnivariateRoots;
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

/** All roots of random polynomials, as many a second, on all processors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UnivariateRootsBenchmark {
  private static final int COUNT = 65536;

  /** Degree of the polynomials. */
  @Param({"2", "3", "4", "5", "8", "12"})
  public int degree;

  private double[][] coefficients;

  /** Coefficients as those of a random form on a random line. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    coefficients = new double[2 * degree + 2][COUNT];
    double binomial = 1;
    for (int k = 0; k <= degree; k++) {
      for (int p = 0; p < COUNT; p++) {
        coefficients[2 * k][p] = Math.sqrt(binomial) * random.nextGaussian();
        coefficients[2 * k + 1][p] = Math.sqrt(binomial) * random.nextGaussian();
      }
      binomial *= (double) (degree - k) / (k + 1);
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public UnivariateRoots polynomials() {
    return UnivariateRoots.of(coefficients, Parallel.common());
  }
}
