package org.metricflows.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.kernel.KernelDuals;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.NeuralTangentKernel;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.network.Activation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Kernels over all pairs of N points: the empirical metric-NTK of erf networks with shared outputs
 * (N = 200, two hidden layers), and at infinite width, two hidden layers of erf, all derivatives up
 * to 2 + 2 (N = 100).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KernelBenchmark {

  /** A finite network and its points. */
  @State(Scope.Thread)
  public static class Finite {

    /** dimension:width. */
    @Param({"2:128", "3:256"})
    public String shape;

    private NeuralTangentKernel kernel;
    private double[] theta;
    private double[][] points;

    @Setup
    public void build() {
      int d = Integer.parseInt(shape.substring(0, 1));
      int width = Integer.parseInt(shape.substring(2));
      NetworkShape network =
          new NetworkShape(
              d,
              List.of(width, width),
              d * (d + 1) / 2,
              Parametrization.NTK,
              1.2,
              0.2,
              OutputSharing.SHARED);
      Compiler compiler = new Compiler();
      Activation erf = Activation.named("erf");
      kernel =
          NeuralTangentKernel.of(
              network, k -> compiler.compile(erf.derivatives(k)), Parallel.common());
      theta = NetworkParameters.draw(network, 1).toArray();
      points = points(200, d);
    }
  }

  /** The infinite-width kernel and its points. */
  @State(Scope.Thread)
  public static class Infinite {

    @Param({"2", "3"})
    public int dimension;

    private InfiniteWidthKernel kernel;
    private double[][] points;

    @Setup
    public void build() {
      KernelArchitecture architecture = new KernelArchitecture(dimension, 2, 1.2, 0.2);
      kernel = InfiniteWidthKernel.of(architecture, KernelDuals.of(Activation.named("erf")), 2, 2);
      points = points(100, dimension);
    }
  }

  private static double[][] points(int count, int d) {
    Random random = new Random(1);
    double[][] points = new double[count][d];
    for (double[] point : points) {
      for (int i = 0; i < d; i++) {
        point[i] = 2 * random.nextDouble() - 1;
      }
    }
    return points;
  }

  @Benchmark
  public double[] empirical(Finite network) {
    return network.kernel.matrix(network.theta, network.points);
  }

  @Benchmark
  public KernelMatrix jets(Infinite network) {
    return network.kernel.ntkGram(network.points);
  }
}
