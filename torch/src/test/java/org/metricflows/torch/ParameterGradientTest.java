package org.metricflows.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.flow.FlowEvaluators;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.symbolic.loss.RicciLoss;

/**
 * The right-hand side of finite flows, −∂L/∂θ, by all parameters against PyTorch: the network, the
 * metric and its curvature as tensors, every derivative by autograd.
 *
 * <p>Tolerance 1e-11 of the largest entry: autograd differentiates g⁻¹ and Γ numerically formed,
 * and loses two digits more than straight-line formulas.
 */
class ParameterGradientTest {
  private static final double TOLERANCE = 1e-11;
  private static final int ALL = Integer.MAX_VALUE;

  private static final String PLANE =
      """
      chart: {coordinates: [x, y]}
      metric: {ansatz: additive, background: [["1 + x^2/5", "x*y/10"], ["x*y/10", "1 + sin(y)/4"]]}
      network:
        {hidden_layers: [7, 5], activation: erf, weight_std: 1.3, bias_std: 0.4, outputs: shared}
      sample: {monte_carlo: 20, seed: 2, box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: ricci}
      """;

  private static final String SPACE =
      """
      chart: {coordinates: [x, y, z]}
      metric:
        background:
        - ["1 + x^2/5", "0", "x*z/10"]
        - ["0", "1 + sin(y)/4", "0"]
        - ["x*z/10", "0", "1 + exp(z)/9"]
      network:
        {hidden_layers: [6], activation: erf, weight_std: 1.3, bias_std: 0.4, outputs: shared}
      sample:
        {monte_carlo: 9, seed: 2, box: {x: [-1, 1], y: [-1, 1], z: [-1, 1]}}
      loss: {name: ricci}
      """;

  static Stream<Spec> specs() {
    return Stream.of(
        spec(PLANE),
        spec(PLANE, "network.activation=tanh", "network.outputs=independent"),
        spec(PLANE, "network.activation=sin", "network.parametrization=standard"),
        spec(PLANE, "network.activation=gelu", "network.centred=false", "network.weight_std=0.5"),
        spec(PLANE, "network.activation=sigmoid", "network.hidden_layers=[4, 5, 6]"),
        spec(PLANE, "metric.ansatz=conformal"),
        spec(PLANE, "loss={name: mse, target: [[\"2\", \"0\"], [\"0\", \"2\"]]}"),
        spec(PLANE, "network.hidden_layers=[70, 40]", "sample.monte_carlo=90"),
        spec(SPACE),
        spec(SPACE, "network.outputs=independent", "network.parametrization=standard"));
  }

  private static Spec spec(String text, String... assignments) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String assignment : assignments) {
      source = source.with(assignment);
    }
    return source.read(Purpose.CHECK);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theFlowFollowsAutogradsGradient(Spec spec) throws FlowStopException {
    FlowEvaluators evaluators = FlowEvaluators.of(spec, ALL);
    OutputFlow flow = evaluators.flow();
    double[] theta = moved(flow.initialState());
    double[] velocity = new double[theta.length];
    flow.derivative(0, theta, velocity);
    double[] expected = gradient(evaluators, flow.initialState(), theta);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    for (int i = 0; i < theta.length; i++) {
      assertThat(-velocity[i])
          .as("parameter %d", i)
          .isCloseTo(expected[i], within(TOLERANCE * largest));
    }
  }

  /** Off the start, where a centred network would put out nothing. */
  private static double[] moved(double[] theta) {
    double size = Math.sqrt(Arrays.stream(theta).map(t -> t * t).average().orElseThrow());
    Random random = new Random(1);
    return Arrays.stream(theta).map(t -> t + 0.05 * size * random.nextGaussian()).toArray();
  }

  private static double[] gradient(FlowEvaluators evaluators, double[] start, double[] theta) {
    Spec spec = evaluators.spec();
    double[][] points = evaluators.samplePoints();
    int d = points[0].length;
    try (PointerScope scope = new PointerScope()) {
      double[] flat = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
      Tensor x = Autograd.variable(flat, points.length, d);
      int outputs = spec.metric().ansatz().outputs(d);
      NetworkByAutograd network = NetworkByAutograd.of(spec.network(), d, outputs, theta);
      Tensor f = network.at(x);
      if (spec.network().centred()) {
        f = f.sub(NetworkByAutograd.of(spec.network(), d, outputs, start).at(x));
      }
      Tensor weights = Tensor.create(evaluators.weights(), points.length);
      Tensor loss = loss(spec, metric(spec, x, f), x, weights);
      List<Double> gradient = new ArrayList<>();
      for (Tensor slope : Autograd.gradients(loss, network.parameters())) {
        Arrays.stream(Autograd.values(slope)).forEach(gradient::add);
      }
      return gradient.stream().mapToDouble(g -> g).toArray();
    }
  }

  private static Tensor loss(Spec spec, Tensor metric, Tensor x, Tensor weights) {
    if (spec.loss().loss() instanceof RicciLoss) {
      return CurvatureByAutograd.of(metric, x).ricciLoss(weights);
    }
    Tensor target = torch.eye(2, metric.options()).mul(new Scalar(2));
    Tensor defect = metric.sub(target);
    Tensor squares = defect.mul(defect).reshape(metric.size(0), 4).matmul(ones(metric, 4));
    return squares.mul(weights).sum().mul(new Scalar(0.5));
  }

  private static Tensor ones(Tensor like, long size) {
    return torch.ones(new long[] {size}, like.options());
  }

  /** The spec's background and ansatz, shape [N, d, d]. */
  private static Tensor metric(Spec spec, Tensor x, Tensor f) {
    int d = (int) x.size(1);
    Tensor[] g0 = d == 2 ? plane(x) : space(x);
    Tensor[] entries = new Tensor[d * d];
    boolean conformal = spec.metric().ansatz().key().equals("conformal");
    for (int i = 0, c = 0; i < d; i++) {
      for (int j = i; j < d; j++, c++) {
        Tensor g =
            conformal
                ? g0[c].mul(f.select(1, 0).mul(new Scalar(2)).exp())
                : g0[c].add(f.select(1, c));
        entries[i * d + j] = g;
        entries[j * d + i] = g;
      }
    }
    return torch.stack(new TensorVector(entries), 1).reshape(x.size(0), d, d);
  }

  private static Tensor[] plane(Tensor points) {
    Tensor x = points.select(1, 0);
    Tensor y = points.select(1, 1);
    return new Tensor[] {
      x.mul(x).div(new Scalar(5.0)).add(new Scalar(1)),
      x.mul(y).div(new Scalar(10.0)),
      y.sin().div(new Scalar(4.0)).add(new Scalar(1))
    };
  }

  private static Tensor[] space(Tensor points) {
    Tensor x = points.select(1, 0);
    Tensor y = points.select(1, 1);
    Tensor z = points.select(1, 2);
    Tensor zero = torch.zeros_like(x);
    return new Tensor[] {
      x.mul(x).div(new Scalar(5.0)).add(new Scalar(1)),
      zero,
      x.mul(z).div(new Scalar(10.0)),
      y.sin().div(new Scalar(4.0)).add(new Scalar(1)),
      zero,
      z.exp().div(new Scalar(9.0)).add(new Scalar(1))
    };
  }
}
