package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.simd.Parallel;

/** Rows of derivatives against the gradient and the tangents, which are held to dual numbers. */
class JacobianTest {

  private static final int COUNT = 21;
  private static final int PER_POINT = 2;

  /** A model at points. */
  record Case(JetModel model) {}

  /** s_i + s_i³ with s_i = Σ_c f_{c + 31 i, p} jet_c. */
  private static final JetResiduals CUBES =
      new JetResiduals() {
        @Override
        public int perPoint() {
          return PER_POINT;
        }

        @Override
        public void evaluate(
            int[] points,
            int from,
            int count,
            double[][] jets,
            double[][] residuals,
            double[][][] slopes) {
          for (int i = 0; i < PER_POINT; i++) {
            for (int p = 0; p < count; p++) {
              double s = 0;
              for (int c = 0; c < jets.length; c++) {
                s += TestLoss.factor(c + 31 * i, points[from + p]) * jets[c][p];
              }
              residuals[i][p] = s + s * s * s;
              for (int c = 0; c < jets.length; c++) {
                slopes[i][c][p] = (1 + 3 * s * s) * TestLoss.factor(c + 31 * i, points[from + p]);
              }
            }
          }
        }
      };

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    double[][] points = new double[COUNT][];
    for (int p = 0; p < COUNT; p++) {
      points[p] = random.doubles(2, -1, 1).toArray();
    }
    for (OutputSharing sharing : OutputSharing.values()) {
      for (int order = 0; order <= 2; order++) {
        NetworkInputs inputs = CoordinateInputs.of(points, 2, order);
        cases.add(network(shape(2, List.of(9, 6), 3, sharing), inputs));
        cases.add(network(shape(2, List.of(), 2, sharing), inputs));
      }
      StoredJets jets = HermitianFeatures.of(2, COUNT, 5).jets();
      cases.add(network(shape(9, List.of(8, 5, 7), 2, sharing), jets));
      NetworkParameters start = NetworkParameters.draw(shape(9, List.of(6, 5), 2, sharing), 4);
      cases.add(
          new Case(LinearisedNetwork.of(start, TestActivation.TANH, jets, Parallel.common())));
    }
    return cases.stream();
  }

  private static Case network(NetworkShape shape, NetworkInputs inputs) {
    return new Case(JetNetwork.of(shape, TestActivation.TANH, inputs, Parallel.common()));
  }

  private static NetworkShape shape(
      int inputs, List<Integer> hidden, int outputs, OutputSharing sharing) {
    return new NetworkShape(inputs, hidden, outputs, Parametrization.NTK, 1.2, 0.3, sharing);
  }

  /** Some of the points, one twice, in an order of their own, from the second place on. */
  private static Batch batch() {
    return new Batch(new int[] {7, 3, 20, 0, 11, 3, 19, 8, 14}, 1, 8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void transposedTimesResidualsIsHalfTheGradient(Case c) {
    double[] theta = NetworkParameters.draw(c.model.shape(), 3).toArray();
    int rows = PER_POINT * batch().count();
    double[] values = new double[rows];
    double[] jacobian = new double[rows * theta.length];
    Arrays.fill(jacobian, 17); // what was there before does not matter
    c.model.jacobian(theta, batch(), CUBES, values, jacobian);
    double[] gradient = new double[theta.length];
    double loss = c.model.lossGradient(theta, batch(), JacobianTest::squares, gradient);
    assertThat(Arrays.stream(values).map(r -> r * r).sum()).isCloseTo(loss, within(1e-13 * loss));
    for (int k = 0; k < theta.length; k++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += 2 * values[i] * jacobian[i * theta.length + k];
      }
      assertThat(sum).isCloseTo(gradient[k], within(1e-12));
    }
  }

  private static double squares(
      int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    double[][] residuals = new double[PER_POINT][count];
    double[][][] slopes = new double[PER_POINT][jets.length][count];
    CUBES.evaluate(points, from, count, jets, residuals, slopes);
    double sum = 0;
    for (int p = 0; p < count; p++) {
      for (int c = 0; c < jets.length; c++) {
        adjoints[c][p] = 0;
      }
      for (int i = 0; i < PER_POINT; i++) {
        sum += residuals[i][p] * residuals[i][p];
        for (int c = 0; c < jets.length; c++) {
          adjoints[c][p] += 2 * residuals[i][p] * slopes[i][c][p];
        }
      }
    }
    return sum;
  }

  /** By differences of order h⁴ of the residuals along the tangent. */
  @ParameterizedTest
  @MethodSource("cases")
  void timesATangentIsTheDerivativeAlongIt(Case c) {
    double[] theta = NetworkParameters.draw(c.model.shape(), 3).toArray();
    double[] v = NetworkParameters.draw(c.model.shape(), 5).toArray();
    int rows = PER_POINT * batch().count();
    double[] jacobian = new double[rows * theta.length];
    c.model.jacobian(theta, batch(), CUBES, new double[rows], jacobian);
    double h = 1e-3;
    double[] near = difference(c.model, theta, v, h);
    double[] far = difference(c.model, theta, v, 2 * h);
    for (int i = 0; i < rows; i++) {
      double product = 0;
      for (int k = 0; k < v.length; k++) {
        product += jacobian[i * v.length + k] * v[k];
      }
      // fifth derivatives of order 10⁴ times h⁴/30, and ε/h
      assertThat(product).isCloseTo((8 * near[i] - far[i]) / (12 * h), within(1e-8));
    }
  }

  private static double[] difference(JetModel model, double[] theta, double[] v, double step) {
    double[][] values = new double[2][PER_POINT * batch().count()];
    for (int side = 0; side < 2; side++) {
      double[] moved = theta.clone();
      for (int k = 0; k < v.length; k++) {
        moved[k] += (side == 0 ? step : -step) * v[k];
      }
      double[] rows = new double[values[side].length * theta.length];
      model.jacobian(moved, batch(), CUBES, values[side], rows);
    }
    double[] difference = values[0];
    Arrays.setAll(difference, i -> values[0][i] - values[1][i]);
    return difference;
  }

  @Test
  void arraysThatAreTooShortAreRefused() {
    JetModel model = cases().findFirst().orElseThrow().model();
    double[] theta = NetworkParameters.draw(model.shape(), 3).toArray();
    assertThatThrownBy(() -> model.jacobian(theta, batch(), CUBES, new double[16], new double[99]))
        .hasMessage("rows: 99 numbers where " + 16 * theta.length + " are needed");
    assertThatThrownBy(() -> model.jacobian(theta, batch(), CUBES, new double[15], new double[99]))
        .hasMessage("values: 15 numbers where 16 are needed");
  }
}
