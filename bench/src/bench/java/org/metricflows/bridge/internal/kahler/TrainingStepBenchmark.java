package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.PackedMatrix;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.training.Adam;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of training as {@code run} makes it: Fermat quintic, 25 invariant features with their 16
 * jet coefficients, 64-64-64 gelu, batches of 64 points, Monge–Ampère loss and Adam; and beside it
 * the matrix products alone that the step cannot do without, in the same shapes and on the same
 * threads: 57 Mflop.
 *
 * <p>{@link #large} is what the machine's products reach on large matrices, 134 Mflop a thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class TrainingStepBenchmark {
  private static final String SPEC =
      """
      variety: {ambient: [4], equations: ["z0^5+z1^5+z2^5+z3^5+z4^5"]}
      metric: {ansatz: kahler-potential, features: invariant}
      network: {hidden_layers: [64, 64, 64], activation: gelu, initialisation: glorot,
                parametrization: standard}
      sample: {count: 20000, held_out: 0, seed: 1}
      loss: {name: monge-ampere, power: 2}
      training: {method: adam, epochs: 1, batch: 64, learning_rate: 1e-3}
      """;
  private static final int POINTS = 64;
  private static final int CHUNKS = 8;
  private static final int ROWS = 16 * POINTS / CHUNKS;
  private static final int[] WIDTHS = {25, 64, 64, 64, 1};
  private static final int LARGE = 406;

  private final Parallel parallel = Parallel.common();
  private final Adam adam = Adam.standard();
  private Objective objective;
  private int[] points;
  private int next;
  private long steps;
  private double[] theta;
  private double[] memory;
  private double[] gradient;

  private final double[][][] jets = new double[CHUNKS][WIDTHS.length][];
  private final double[][][] sums = new double[CHUNKS][WIDTHS.length][];
  private final double[][] weights = new double[WIDTHS.length - 1][];
  private final PackedMatrix[] forward = new PackedMatrix[WIDTHS.length - 1];
  private final PackedMatrix[] reverse = new PackedMatrix[WIDTHS.length - 1];
  private final MatrixProduct[] products = new MatrixProduct[parallel.threads()];
  private final double[][] largeMatrices = new double[parallel.threads()][LARGE * LARGE];
  private final double[][] largeResults = new double[parallel.threads()][LARGE * LARGE];

  @Setup
  public void assemble() {
    CalabiYauSpec spec = (CalabiYauSpec) Geometries.read(SpecSource.ofText(SPEC, "benchmark"));
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    KahlerPotential potential =
        KahlerPotential.of(spec, KahlerPotential.smooth(spec.network().activation()), sample, compiler);
    objective = potential.objective();
    points = potential.training().points();
    theta = potential.start();
    memory = adam.memory(theta.length);
    gradient = new double[theta.length];
    for (int l = 0; l < WIDTHS.length - 1; l++) {
      weights[l] = new double[WIDTHS[l] * WIDTHS[l + 1]];
      forward[l] = new PackedMatrix();
      reverse[l] = new PackedMatrix();
    }
    for (int c = 0; c < CHUNKS; c++) {
      for (int l = 0; l < WIDTHS.length; l++) {
        jets[c][l] = new double[ROWS * WIDTHS[l]];
        sums[c][l] = new double[64 * 64];
      }
    }
    Arrays.setAll(products, i -> new MatrixProduct());
  }

  @Benchmark
  public double step() {
    next = next + POINTS > points.length - POINTS ? 0 : next + POINTS;
    double loss = objective.lossGradient(theta, new Batch(points, next, POINTS), gradient);
    adam.step(steps++, 1e-6, gradient, theta, memory);
    return loss;
  }

  @Benchmark
  public double[][][] productsAlone() {
    for (int l = 0; l < weights.length; l++) {
      int m = WIDTHS[l];
      int n = WIDTHS[l + 1];
      forward[l].pack(true, m, n, weights[l], 0, m, 1);
      reverse[l].pack(false, n, m, weights[l], 0, m, 1);
    }
    parallel.run(CHUNKS, this::products);
    return jets;
  }

  private void products(int chunk, int worker) {
    MatrixProduct product = products[worker];
    double[][] h = jets[chunk];
    int last = WIDTHS.length - 1;
    for (int l = 0; l < last; l++) {
      int m = WIDTHS[l];
      int n = WIDTHS[l + 1];
      product.multiplyAdd(false, ROWS, h[l], 0, m, forward[l], h[l + 1], 0, n);
    }
    for (int l = last - 1; l >= 0; l--) {
      int m = WIDTHS[l];
      int n = WIDTHS[l + 1];
      product.multiplyAdd(
          true, false, n, m, ROWS, h[l + 1], 0, n, h[l], 0, m, sums[chunk][l], 0, m);
      if (l > 0) {
        product.multiplyAdd(false, ROWS, h[l + 1], 0, n, reverse[l], h[l], 0, m);
      }
    }
  }

  @Benchmark
  public double[][] large() {
    parallel.run(
        parallel.threads(),
        (task, worker) ->
            products[worker].multiplyAdd(
                false,
                false,
                LARGE,
                LARGE,
                LARGE,
                largeMatrices[task],
                0,
                LARGE,
                largeMatrices[task],
                0,
                LARGE,
                largeResults[task],
                0,
                LARGE));
    return largeResults;
  }
}
