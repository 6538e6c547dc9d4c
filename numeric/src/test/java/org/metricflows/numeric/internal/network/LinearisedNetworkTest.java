package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.simd.Parallel;

/** Tangents of the parameters, and networks made of them alone. */
class LinearisedNetworkTest {

  private static final int COUNT = 21;

  /** A network, and what it is fed with. */
  record Case(NetworkShape shape, NetworkInputs inputs) {}

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
        cases.add(new Case(shape(2, List.of(9, 6), 3, sharing), inputs));
        cases.add(new Case(shape(2, List.of(), 2, sharing), inputs));
      }
      StoredJets jets = HermitianFeatures.of(2, COUNT, 5).jets();
      cases.add(new Case(shape(9, List.of(8, 5, 7), 2, sharing), jets));
    }
    return cases.stream();
  }

  private static NetworkShape shape(
      int inputs, List<Integer> hidden, int outputs, OutputSharing sharing) {
    return new NetworkShape(inputs, hidden, outputs, Parametrization.NTK, 1.2, 0.3, sharing);
  }

  private static double[] moved(double[] theta, double step, double[] v) {
    double[] moved = theta.clone();
    for (int i = 0; i < v.length; i++) {
      moved[i] += step * v[i];
    }
    return moved;
  }

  private static double[][] jets(JetModel model, double[] theta) {
    double[][] jets = new double[model.columns()][COUNT];
    model.outputJets(theta, Batch.first(COUNT), jets);
    return jets;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tangentsAreTheLimitOfCentralDifferences(Case c) {
    JetNetwork network = JetNetwork.of(c.shape, TestActivation.TANH, c.inputs, Parallel.common());
    double[] theta = NetworkParameters.draw(c.shape, 1).toArray();
    double[] v = NetworkParameters.draw(c.shape, 2).toArray();
    double[][] tangents = new double[network.columns()][COUNT];
    network.tangentJets(theta, v, Batch.first(COUNT), tangents);
    double h = 1e-5;
    double[][] above = jets(network, moved(theta, h, v));
    double[][] below = jets(network, moved(theta, -h, v));
    for (int k = 0; k < tangents.length; k++) {
      for (int p = 0; p < COUNT; p++) {
        // third derivatives of order 100 times h², and ε/h
        assertThat(tangents[k][p]).isCloseTo((above[k][p] - below[k][p]) / (2 * h), within(5e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reverseIsTheTransposeOfTangents(Case c) {
    JetNetwork network = JetNetwork.of(c.shape, TestActivation.TANH, c.inputs, Parallel.common());
    double[] theta = NetworkParameters.draw(c.shape, 1).toArray();
    double[] v = NetworkParameters.draw(c.shape, 2).toArray();
    double[] pulled = new double[theta.length];
    double[][] w = new double[network.columns()][COUNT];
    SplittableRandom random = new SplittableRandom(3);
    for (double[] column : w) {
      System.arraycopy(random.doubles(COUNT, -1, 1).toArray(), 0, column, 0, COUNT);
    }
    double product =
        network.tangentGradient(
            theta,
            v,
            Batch.first(COUNT),
            (points, from, count, jets, tangents, adjoints) -> {
              double sum = 0;
              for (int k = 0; k < w.length; k++) {
                for (int p = 0; p < count; p++) {
                  adjoints[k][p] = w[k][from + p];
                  sum += tangents[k][p] * w[k][from + p];
                }
              }
              return sum;
            },
            pulled);
    double transposed = 0;
    double size = 0;
    for (int i = 0; i < v.length; i++) {
      transposed += pulled[i] * v[i];
      size += Math.abs(pulled[i] * v[i]);
    }
    assertThat(product).isCloseTo(transposed, within(1e-13 * size));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheNetworkToFirstOrder(Case c) {
    NetworkParameters start = NetworkParameters.draw(c.shape, 1);
    JetNetwork network = JetNetwork.of(c.shape, TestActivation.TANH, c.inputs, Parallel.common());
    LinearisedNetwork linear =
        LinearisedNetwork.of(start, TestActivation.TANH, c.inputs, Parallel.common());
    double[] theta = start.toArray();
    double[] v = NetworkParameters.draw(c.shape, 2).toArray();
    assertThat(jets(linear, theta)).isDeepEqualTo(jets(network, theta));
    double coarse = distance(network, linear, moved(theta, 2e-3, v));
    double fine = distance(network, linear, moved(theta, 1e-3, v));
    if (c.shape.hidden().isEmpty()) {
      assertThat(coarse).isLessThan(1e-13);
    } else {
      // the remainder is of second order, up to terms of relative size 10·2e-3
      assertThat(coarse / fine).isCloseTo(4, within(0.1));
    }
  }

  private static double distance(JetModel one, JetModel other, double[] theta) {
    double[][] left = jets(one, theta);
    double[][] right = jets(other, theta);
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      for (int p = 0; p < COUNT; p++) {
        sum += (left[k][p] - right[k][p]) * (left[k][p] - right[k][p]);
      }
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientIsTheLimitOfCentralDifferences(Case c) {
    NetworkParameters start = NetworkParameters.draw(c.shape, 1);
    LinearisedNetwork linear =
        LinearisedNetwork.of(start, TestActivation.TANH, c.inputs, Parallel.common());
    double[] theta = moved(start.toArray(), 0.3, NetworkParameters.draw(c.shape, 2).toArray());
    Batch batch = Batch.first(COUNT);
    double[] gradient = new double[theta.length];
    double value = linear.lossGradient(theta, batch, new TestLoss(2), gradient);
    assertThat(linear.loss(theta, batch, new TestLoss(2))).isEqualTo(value);
    double h = 1e-5;
    for (int k = 0; k < theta.length; k += 11) {
      double[] unit = new double[theta.length];
      unit[k] = 1;
      double above = linear.loss(moved(theta, h, unit), batch, new TestLoss(2));
      double below = linear.loss(moved(theta, -h, unit), batch, new TestLoss(2));
      // truncation h² and rounding ε·loss/h are both about 1e-9
      assertThat(gradient[k]).isCloseTo((above - below) / (2 * h), within(5e-8));
    }
  }
}
