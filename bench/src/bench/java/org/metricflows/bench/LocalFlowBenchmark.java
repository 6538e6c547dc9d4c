package org.metricflows.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.numeric.internal.spectral.SpectralOperators;
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
 * The right-hand side of Perelman's flow with a local kernel on a periodic grid, on all cores, and
 * the Fourier transforms in it alone: jets of the metric, then smoothing of the velocity.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LocalFlowBenchmark {

  /** Points along each coordinate. */
  @Param({"128,128", "32,32,32"})
  public String grid;

  private Flow flow;
  private SpectralOperators operators;
  private SpectralOperators.Smoothing smoothing;
  private double[] state;
  private double[] velocity;
  private double[][] jets;

  @Setup
  public void assemble() {
    int[] sizes = Arrays.stream(grid.split(",")).mapToInt(Integer::parseInt).toArray();
    int d = sizes.length;
    flow = ((FlowIntegration) ChartProblem.of(SpecSource.ofText(spec(d), "benchmark").read(Purpose.RUN)).evolution()).flow();
    state = flow.initialState();
    velocity = new double[state.length];
    double[] periods = new double[d];
    Arrays.fill(periods, 2 * Math.PI);
    PeriodicGrid periodic = PeriodicGrid.of(sizes, periods);
    int fields = d * (d + 1) / 2;
    operators = new SpectralOperators(periodic, fields, 2, Parallel.common());
    smoothing = operators.smoothing(0.1);
    jets = new double[fields * operators.jets().size()][periodic.points()];
  }

  private String spec(int d) {
    String names = names(d, "x%d");
    String rows =
        IntStream.range(0, d)
            .mapToObj(i -> row(d, i))
            .collect(Collectors.joining(",", "[", "]"));
    return String.join(
        "\n",
        "chart: {coordinates: [" + names + "], periodic: {" + names(d, "x%d: 2*Pi") + "}}",
        "metric: {ansatz: additive, background: " + rows + "}",
        "sample: {grid: [" + grid + "]}",
        "loss: {name: perelman, density: \"1+0.2*cos(x1)\"}",
        "flow: {kernel: local, supermetric: dewitt, bandwidth: 0.1, time: 1}");
  }

  private static String names(int d, String form) {
    return IntStream.rangeClosed(1, d)
        .mapToObj(i -> String.format(form, i))
        .collect(Collectors.joining(", "));
  }

  private static String row(int d, int i) {
    return IntStream.range(0, d)
        .mapToObj(j -> i == j ? "\"1.1+0.1*cos(x1+x2)\"" : "\"0.05*sin(x2)\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Benchmark
  public double[] rightHandSide() throws FlowStopException {
    flow.derivative(0, state, velocity);
    return velocity;
  }

  @Benchmark
  public double[] transformsAlone() {
    operators.jets(state, jets);
    smoothing.apply(state, velocity);
    return velocity;
  }
}
