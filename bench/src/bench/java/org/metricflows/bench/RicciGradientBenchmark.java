package org.metricflows.bench;

import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowStopException;
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
 * The right-hand side of a finite-width flow: the gradient of the Ricci loss by all parameters, as
 * {@code run} computes it, erf networks with shared outputs, mean over N points.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RicciGradientBenchmark {

  /** dimension:points:widths. */
  @Param({"2:200:128,128", "3:200:128,128", "2:1000:64,64,64", "4:100:64,64"})
  public String shape;

  private Flow flow;
  private double[] theta;
  private double[] velocity;

  @Setup
  public void assemble() {
    String[] parts = shape.split(":");
    int d = Integer.parseInt(parts[0]);
    String spec = spec(d, Integer.parseInt(parts[1]), parts[2]);
    flow = ((FlowIntegration) ChartProblem.of(SpecSource.ofText(spec, "benchmark").read(Purpose.RUN)).evolution()).flow();
    theta = flow.initialState();
    velocity = new double[theta.length];
  }

  private static String spec(int d, int count, String widths) {
    StringJoiner coordinates = new StringJoiner(",", "[", "]");
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int i = 0; i < d; i++) {
      coordinates.add("x" + (i + 1));
      StringJoiner row = new StringJoiner(",", "[", "]");
      for (int j = 0; j < d; j++) {
        row.add(i == j ? "\"30\"" : "\"0\"");
      }
      rows.add(row.toString());
    }
    Random random = new Random(1);
    StringJoiner points = new StringJoiner(",", "[", "]");
    for (int p = 0; p < count; p++) {
      StringJoiner point = new StringJoiner(",", "[", "]");
      for (int i = 0; i < d; i++) {
        point.add(String.valueOf(2 * random.nextDouble() - 1));
      }
      points.add(point.toString());
    }
    return String.join(
        "\n",
        "chart: {coordinates: " + coordinates + "}",
        "metric: {ansatz: additive, background: " + rows + "}",
        "network: {hidden_layers: ["
            + widths
            + "], activation: erf, weight_std: 1.2, bias_std: 0.2, outputs: shared,"
            + " centred: false, seed: 1}",
        "sample: {points: " + points + "}",
        "loss: {name: ricci}",
        "flow: {time: 1, record: [0, 1]}");
  }

  @Benchmark
  public double[] gradient() throws FlowStopException {
    flow.derivative(0, theta, velocity);
    return velocity;
  }
}
