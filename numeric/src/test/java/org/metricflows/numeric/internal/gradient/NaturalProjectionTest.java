package org.metricflows.numeric.internal.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;
import org.metricflows.numeric.internal.network.Sines;
import org.metricflows.numeric.internal.simd.Parallel;

/** The natural gradient as a projection, with more points than parameters and with fewer. */
class NaturalProjectionTest {
  private static final int MANY = 60;
  private static final int FEW = 9;
  private static final double DAMPING = 1e-6;

  /** Two outputs of a network of 38 parameters. */
  private static NetworkOutputs outputs(int points) {
    NetworkShape shape =
        new NetworkShape(2, List.of(4, 4), 2, Parametrization.NTK, 1.3, 0.5, OutputSharing.SHARED);
    NetworkParameters start = NetworkParameters.draw(shape, 5);
    double[][] sample = new double[points][];
    SplittableRandom random = new SplittableRandom(8);
    for (int p = 0; p < points; p++) {
      sample[p] = random.doubles(2, -2, 2).toArray();
    }
    NetworkOutputs.Net net =
        new NetworkOutputs.Net(
            start, start, Sines.ACTIVATION, ChartInputs.coordinates(2), true, false);
    return NetworkOutputs.of(
        net,
        new NetworkOutputs.Points(sample, new double[0][], new double[0][]),
        2,
        Parallel.common());
  }

  /** W = w [[2 + f₁, 1/2], [1/2, 1]] with a weight w a point. */
  private static OutputMetric metric(int points) {
    double[] weights = new SplittableRandom(4).doubles(points, 0.5, 2).toArray();
    return new OutputMetric(new Tilted(), 2, new double[][] {weights}, points);
  }

  private static final class Tilted implements ColumnMap {
    @Override
    public int inputs() {
      return 3;
    }

    @Override
    public int outputs() {
      return 3;
    }

    @Override
    public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
      for (int i = 0; i < count; i++) {
        double w = in[2][inOffset[2] + i];
        out[0][outOffset[0] + i] = w * (2 + in[0][inOffset[0] + i]);
        out[1][outOffset[1] + i] = w / 2;
        out[2][outOffset[2] + i] = w;
      }
    }
  }

  /** ⟨u, v⟩ at f = 0, where the start is. */
  private static double product(int points, double[] u, double[] v) {
    double[] weights = new SplittableRandom(4).doubles(points, 0.5, 2).toArray();
    double sum = 0;
    for (int p = 0; p < points; p++) {
      double first = 2 * u[p] * v[p] + (u[p] * v[points + p] + u[points + p] * v[p]) / 2;
      sum += weights[p] * (first + u[points + p] * v[points + p]);
    }
    return sum;
  }

  private static double[] velocity(int points) {
    return new SplittableRandom(11).doubles(2L * points, -1, 1).toArray();
  }

  /** J v by differences of the outputs, without J. */
  private static double[] along(NetworkOutputs outputs, double[] v) {
    double h = 1e-5 / Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    double[][] ahead = outputs.sampleJets(moved(outputs.start(), v, h), 0);
    double[][] behind = outputs.sampleJets(moved(outputs.start(), v, -h), 0);
    int n = ahead[0].length;
    double[] made = new double[2 * n];
    for (int k = 0; k < made.length; k++) {
      made[k] = (ahead[k / n][k % n] - behind[k / n][k % n]) / (2 * h);
    }
    return made;
  }

  private static double[] moved(double[] theta, double[] v, double h) {
    double[] moved = theta.clone();
    for (int i = 0; i < v.length; i++) {
      moved[i] += h * v[i];
    }
    return moved;
  }

  @ParameterizedTest
  @ValueSource(ints = {MANY, FEW})
  void whatIsLostIsOrthogonalToWhatTheNetworkCanDo(int points) throws FlowStopException {
    NetworkOutputs outputs = outputs(points);
    NaturalProjection projection = new NaturalProjection(outputs, metric(points), DAMPING);
    projection.at(outputs.start());
    double[] v = velocity(points);
    double[] thetaDot = new double[outputs.start().length];
    projection.project(v, thetaDot);
    double[] lost = along(outputs, thetaDot);
    for (int k = 0; k < lost.length; k++) {
      lost[k] -= v[k];
    }
    double norm = Math.sqrt(product(points, v, v));
    double[][] tangents = new double[thetaDot.length][];
    double trace = 0;
    for (int i = 0; i < tangents.length; i++) {
      double[] one = new double[thetaDot.length];
      one[i] = 1;
      tangents[i] = along(outputs, one);
      trace += product(points, tangents[i], tangents[i]);
    }
    double damping = DAMPING * trace / (2 * points);
    for (int i = 0; i < tangents.length; i++) {
      // JᵀW(Jθ̇ − V) = −λθ̇; differences of outputs leave 1e-9 of |θ̇|
      assertThat(product(points, lost, tangents[i]))
          .isCloseTo(-damping * thetaDot[i], within(1e-7 * norm));
    }
    double share = Math.sqrt(product(points, lost, lost)) / norm;
    assertThat(projection.defect(v, thetaDot)).isCloseTo(share, within(1e-6));
    // 38 parameters cannot follow 120 numbers; 18 numbers they can
    assertThat(share).satisfies(s -> assertThat(s > 0.5).isEqualTo(points == MANY));
  }

  @ParameterizedTest
  @ValueSource(ints = {MANY, FEW})
  void whatTheNetworkCanDoItDoes(int points) throws FlowStopException {
    NetworkOutputs outputs = outputs(points);
    NaturalProjection projection = new NaturalProjection(outputs, metric(points), 1e-12);
    projection.at(outputs.start());
    double[] direction = new SplittableRandom(2).doubles(outputs.start().length, -1, 1).toArray();
    double[] wanted = along(outputs, direction);
    double[] thetaDot = new double[direction.length];
    projection.project(wanted, thetaDot);
    // the identity on the tangent space, up to √λ in the directions with the least tangents
    assertThat(projection.defect(wanted, thetaDot)).isLessThan(1e-6);
  }

  @Test
  void theRankIsTheNumberOfIndependentVelocities() throws FlowStopException {
    NetworkOutputs outputs = outputs(FEW);
    NaturalProjection projection = new NaturalProjection(outputs, metric(FEW), 1e-12);
    projection.at(outputs.start());
    assertThat(projection.rank()).isCloseTo(2 * FEW, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {MANY, FEW})
  void rowsOfTheProjectorAreItsVelocities(int points) throws FlowStopException {
    NetworkOutputs outputs = outputs(points);
    NaturalProjection projection = new NaturalProjection(outputs, metric(points), DAMPING);
    projection.at(outputs.start());
    double[] unit = new double[2 * points];
    unit[points + 3] = 1;
    double[] thetaDot = new double[outputs.start().length];
    projection.project(unit, thetaDot);
    double[] made = along(outputs, thetaDot);
    double[] spread = projection.spread(1, 3);
    for (int k = 0; k < made.length; k++) {
      assertThat(spread[k]).isCloseTo(made[k], within(1e-7)); // differences
    }
  }

  /** L = ½ Σ ((f₁ − x)² + 2(f₂ + 1)²). */
  private static final JetLoss SQUARES =
      new JetLoss() {
        @Override
        public int order() {
          return 0;
        }

        @Override
        public double evaluate(
            int[] points, int from, int count, double[][] jets, double[][] adjoints) {
          double sum = 0;
          for (int p = 0; p < count; p++) {
            double first = jets[0][p] - Math.sin(points[from + p]);
            double second = jets[1][p] + 1;
            sum += first * first / 2 + second * second;
            adjoints[0][p] = first;
            adjoints[1][p] = 2 * second;
          }
          return sum;
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {MANY, FEW})
  void naturalDescentIsTheProjectedSteepestDescent(int points) throws FlowStopException {
    NetworkOutputs outputs = outputs(points);
    double damping = 1e-8;
    NaturalDescent flow =
        NaturalDescent.of(outputs, SQUARES, metric(points), Optional.empty(), damping);
    double[] theta = outputs.start();
    double[] natural = new double[theta.length];
    flow.derivative(0, theta, natural);
    NaturalProjection projection = new NaturalProjection(outputs, metric(points), damping);
    projection.at(theta);
    double[] projected = new double[theta.length];
    projection.project(steepest(points), projected);
    double[] one = along(outputs, natural);
    double[] other = along(outputs, projected);
    for (int k = 0; k < one.length; k++) {
      assertThat(one[k]).isCloseTo(other[k], within(1e-6)); // λ = 1e-8 loses as many digits
    }
    // −dL/dt by the gradient, and by differences of L along the flow
    assertThat(flow.gradientNormSquared(theta))
        .isPositive()
        .isCloseTo(-flow.lossRate(theta), within(1e-6 * flow.gradientNormSquared(theta)));
  }

  /** −W⁻¹ ∂L/∂f at f = 0. */
  private static double[] steepest(int points) {
    double[] weights = new SplittableRandom(4).doubles(points, 0.5, 2).toArray();
    double[] steepest = new double[2 * points];
    for (int p = 0; p < points; p++) {
      double first = Math.sin(p); // −∂L/∂f₁
      double second = -2; // −∂L/∂f₂
      double det = 2 - 0.25;
      steepest[p] = (first - second / 2) / (det * weights[p]);
      steepest[points + p] = (2 * second - first / 2) / (det * weights[p]);
    }
    return steepest;
  }

  @Test
  void productsThatAreNotPositiveStopTheFlow() {
    NetworkOutputs outputs = outputs(FEW);
    double[][] weights = {new double[FEW]};
    OutputMetric none = new OutputMetric(new Tilted(), 2, weights, FEW);
    NaturalProjection projection = new NaturalProjection(outputs, none, 1e-10);
    assertThatThrownBy(() -> projection.at(outputs.start()))
        .isInstanceOf(FlowStopException.class)
        .hasMessageContaining("not positive");
  }
}
