package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.JetNetwork;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.NeuralTangentKernel;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.network.Activation;

/**
 * The flow of the parameters and the flow of the metric that its empirical metric-NTK drives,
 *
 * <pre>
 *   dθ/dt = −∂L/∂θ,      dg(x)/dt = −Σ_a Θ_θ(x, x_a) ∂L/∂g(x_a),
 * </pre>
 *
 * are one flow: g(x; θ(t)) is g(x, t).
 */
class MetricSpaceFlowTest {
  private static final double[][] POINTS = {{0.4, -0.1}, {-0.6, 0.5}, {0.2, 0.9}, {-0.3, -0.8}};
  private static final int OUTPUTS = 3;

  /** A loss with couplings between components: Σ_a w_a (½|g|² + g₀g₁ − g₂). */
  private static final JetLoss LOSS =
      new JetLoss() {
        @Override
        public int order() {
          return 0;
        }

        @Override
        public double evaluate(
            int[] points, int from, int count, double[][] g, double[][] adjoints) {
          double sum = 0;
          for (int p = 0; p < count; p++) {
            double w = 0.2 + 0.1 * points[from + p];
            double squares = g[0][p] * g[0][p] + g[1][p] * g[1][p] + g[2][p] * g[2][p];
            sum += w * (0.5 * squares + g[0][p] * g[1][p] - g[2][p]);
            adjoints[0][p] = w * (g[0][p] + g[1][p]);
            adjoints[1][p] = w * (g[1][p] + g[0][p]);
            adjoints[2][p] = w * (g[2][p] - 1);
          }
          return sum;
        }
      };

  @ParameterizedTest
  @EnumSource(OutputSharing.class)
  void parametersAndMetricFlowTogether(OutputSharing sharing) {
    NetworkShape shape =
        new NetworkShape(2, List.of(7, 5), OUTPUTS, Parametrization.NTK, 1.3, 0.3, sharing);
    Together flow = new Together(shape);
    Integrator integrator = Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-12, 1e-13);
    double[] end =
        FlowIntegration.of(flow, integrator, Schedule.of(2, 2)).solve().records().get(0).state();
    double[] throughParameters = flow.metric(end);
    double moved = 0;
    for (int k = 0; k < throughParameters.length; k++) {
      double throughMetric = end[shape.parameters() + k];
      moved = Math.max(moved, Math.abs(throughMetric - flow.metric(flow.initialState())[k]));
      // tolerance 1e-12 a step over some tens of steps
      assertThat(throughMetric).isCloseTo(throughParameters[k], within(1e-10));
    }
    assertThat(moved).isGreaterThan(0.3);
  }

  /** State: θ, then g at the points, (point, component). */
  private static final class Together implements Flow {
    private final NetworkShape shape;
    private final JetNetwork network;
    private final NeuralTangentKernel kernel;

    Together(NetworkShape shape) {
      Compiler compiler = new Compiler();
      Activation tanh = Activation.named("tanh");
      this.shape = shape;
      this.network =
          JetNetwork.of(
              shape, k -> compiler.compile(tanh.derivatives(k)), POINTS, 0, Parallel.common());
      this.kernel =
          NeuralTangentKernel.of(
              shape, k -> compiler.compile(tanh.derivatives(k)), Parallel.common());
    }

    @Override
    public int dimension() {
      return shape.parameters() + POINTS.length * OUTPUTS;
    }

    @Override
    public double[] initialState() {
      double[] theta = NetworkParameters.draw(shape, 5).toArray();
      double[] y = Arrays.copyOf(theta, dimension());
      double[] g = metric(y);
      System.arraycopy(g, 0, y, theta.length, g.length);
      return y;
    }

    /** g(x; θ), (point, component). */
    double[] metric(double[] y) {
      double[][] columns = new double[OUTPUTS][POINTS.length];
      network.outputJets(theta(y), columns);
      double[] g = new double[POINTS.length * OUTPUTS];
      for (int k = 0; k < g.length; k++) {
        g[k] = columns[k % OUTPUTS][k / OUTPUTS];
      }
      return g;
    }

    private double[] theta(double[] y) {
      return Arrays.copyOf(y, shape.parameters());
    }

    @Override
    public void derivative(double t, double[] y, double[] yDot) {
      double[] gradient = new double[shape.parameters()];
      network.lossGradient(theta(y), LOSS, gradient);
      for (int i = 0; i < gradient.length; i++) {
        yDot[i] = -gradient[i];
      }
      double[] source = source(y);
      double[] theta = kernel.matrix(theta(y), POINTS);
      for (int k = 0; k < source.length; k++) {
        double sum = 0;
        for (int l = 0; l < source.length; l++) {
          sum += theta[k * source.length + l] * source[l];
        }
        yDot[shape.parameters() + k] = -sum;
      }
    }

    /** ∂L/∂g at the metric that is integrated, not at the network's. */
    private double[] source(double[] y) {
      double[][] g = new double[OUTPUTS][POINTS.length];
      double[][] adjoints = new double[OUTPUTS][POINTS.length];
      double[] source = new double[POINTS.length * OUTPUTS];
      for (int k = 0; k < source.length; k++) {
        g[k % OUTPUTS][k / OUTPUTS] = y[shape.parameters() + k];
      }
      LOSS.evaluate(new int[] {0, 1, 2, 3}, 0, POINTS.length, g, adjoints);
      for (int k = 0; k < source.length; k++) {
        source[k] = adjoints[k % OUTPUTS][k / OUTPUTS];
      }
      return source;
    }
  }
}
