package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.Parallel;

class JetNetworkTest {

  /** A network, the order of its jets, and a number of points. */
  record Case(NetworkShape shape, TestActivation activation, int order, int count) {}

  static Stream<Case> cases() {
    NetworkShape plain = shape(2, List.of(5), 3, Parametrization.NTK, OutputSharing.SHARED);
    NetworkShape deep = shape(2, List.of(7, 3, 6), 3, Parametrization.NTK, OutputSharing.SHARED);
    NetworkShape apart = shape(3, List.of(4, 5), 2, Parametrization.NTK, OutputSharing.INDEPENDENT);
    NetworkShape standard =
        shape(1, List.of(6, 2), 2, Parametrization.STANDARD, OutputSharing.INDEPENDENT);
    NetworkShape affine = shape(4, List.of(), 2, Parametrization.NTK, OutputSharing.SHARED);
    NetworkShape wide = shape(4, List.of(3), 10, Parametrization.STANDARD, OutputSharing.SHARED);
    List<Case> cases = new ArrayList<>();
    TestActivation[] activations = TestActivation.values();
    for (NetworkShape s : List.of(plain, deep, apart, standard, affine, wide)) {
      for (int order = 0; order <= 2; order++) {
        cases.add(new Case(s, activations[cases.size() % 3], order, 3 + 4 * order));
      }
    }
    return cases.stream();
  }

  private static NetworkShape shape(
      int inputs, List<Integer> hidden, int outputs, Parametrization p, OutputSharing sharing) {
    return new NetworkShape(inputs, hidden, outputs, p, 1.3, 0.4, sharing);
  }

  private static double[][] points(int count, int d) {
    SplittableRandom random = new SplittableRandom(count);
    double[][] points = new double[count][];
    for (int p = 0; p < count; p++) {
      points[p] = random.doubles(d, -1, 1).toArray();
    }
    return points;
  }

  private static int[] orders(int d, int i, int j) {
    int[] orders = new int[d];
    if (i >= 0) {
      orders[i]++;
    }
    if (j >= 0) {
      orders[j]++;
    }
    return orders;
  }

  /** For each coefficient of a jet the order of its derivative by each coordinate. */
  private static List<int[]> multiIndices(JetSpace space) {
    int d = space.dimension();
    List<int[]> indices = new ArrayList<>(List.of(orders(d, -1, -1)));
    for (int i = 0; i < d && space.order() >= 1; i++) {
      indices.add(orders(d, i, -1));
    }
    for (int i = 0; i < d && space.order() >= 2; i++) {
      for (int j = i; j < d; j++) {
        indices.add(orders(d, i, j));
      }
    }
    return indices;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jetsAreThoseOfAutomaticDifferentiation(Case c) {
    double[] theta = NetworkParameters.draw(c.shape, 5).toArray();
    double[][] points = points(c.count, c.shape.inputs());
    JetSpace space = new JetSpace(c.shape.inputs(), c.order);
    double[][] jets = new double[c.shape.outputs() * space.size()][c.count];
    JetNetwork.of(c.shape, c.activation, points, c.order, Parallel.common())
        .outputJets(theta, jets);
    DSFactory factory = new DSFactory(c.shape.inputs(), 2);
    for (int p = 0; p < c.count; p++) {
      List<DerivativeStructure> x = new ArrayList<>();
      for (int i = 0; i < c.shape.inputs(); i++) {
        x.add(factory.variable(i, points[p][i]));
      }
      List<DerivativeStructure> f =
          ReferenceNetwork.outputs(c.shape, c.activation, k -> factory.constant(theta[k]), x);
      for (int o = 0; o < f.size(); o++) {
        int column = o * space.size();
        for (int[] orders : multiIndices(space)) {
          // a few hundred roundings of numbers of order ten
          assertThat(jets[column][p])
              .isCloseTo(f.get(o).getPartialDerivative(orders), within(1e-12));
          column++;
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientIsThatOfAutomaticDifferentiation(Case c) {
    double[] theta = NetworkParameters.draw(c.shape, 6).toArray();
    double[][] points = points(c.count, c.shape.inputs());
    double[] gradient = new double[theta.length];
    JetNetwork network = JetNetwork.of(c.shape, c.activation, points, c.order, Parallel.common());
    double loss = network.lossGradient(theta, new TestLoss(c.order), gradient);
    Gradient expected = reference(c, theta, points);
    assertThat(loss).isCloseTo(expected.getValue(), within(1e-12));
    assertThat(network.loss(theta, new TestLoss(c.order))).isEqualTo(loss);
    for (int k = 0; k < theta.length; k++) {
      assertThat(gradient[k]).isCloseTo(expected.getPartialDerivative(k), within(1e-11));
    }
  }

  /** The loss with its derivatives by θ: jets by x whose coefficients are gradients by θ. */
  private static Gradient reference(Case c, double[] theta, double[][] points) {
    int d = c.shape.inputs();
    GradientField field = GradientField.getField(theta.length);
    FDSFactory<Gradient> factory = new FDSFactory<>(field, d, 2);
    List<int[]> indices = multiIndices(new JetSpace(d, c.order));
    Gradient sum = field.getZero();
    for (int p = 0; p < c.count; p++) {
      List<FieldDerivativeStructure<Gradient>> x = new ArrayList<>();
      for (int i = 0; i < d; i++) {
        x.add(factory.variable(i, points[p][i]));
      }
      List<FieldDerivativeStructure<Gradient>> f =
          ReferenceNetwork.outputs(
              c.shape,
              c.activation,
              k -> factory.constant(Gradient.variable(theta.length, k, theta[k])),
              x);
      Gradient weighted = field.getZero();
      for (int o = 0; o < f.size(); o++) {
        for (int j = 0; j < indices.size(); j++) {
          Gradient coefficient = f.get(o).getPartialDerivative(indices.get(j));
          double factor = TestLoss.factor(o * indices.size() + j, p);
          weighted = weighted.add(coefficient.multiply(factor));
        }
      }
      sum = sum.add(TestLoss.share(weighted));
    }
    return sum;
  }

  @Test
  void gradientIsTheLimitOfCentralDifferences() {
    NetworkShape shape = shape(2, List.of(20, 17), 3, Parametrization.NTK, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 2).toArray();
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.TANH, points(40, 2), 2, Parallel.common());
    TestLoss loss = new TestLoss(2);
    double[] gradient = new double[theta.length];
    network.lossGradient(theta, loss, gradient);
    double h = 1e-5;
    for (int k = 0; k < theta.length; k += 7) {
      double[] moved = theta.clone();
      moved[k] = theta[k] + h;
      double above = network.loss(moved, loss);
      moved[k] = theta[k] - h;
      double below = network.loss(moved, loss);
      // truncation h² and rounding ε·loss/h are both about 1e-9
      assertThat(gradient[k]).isCloseTo((above - below) / (2 * h), within(3e-8));
    }
  }

  @Test
  void resultsDoNotDependOnThreadsOrWarmth() {
    NetworkShape shape = shape(2, List.of(40, 33), 3, Parametrization.NTK, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 9).toArray();
    double[][] points = points(83, 2);
    double[] expected = new double[theta.length];
    double loss =
        JetNetwork.of(shape, TestActivation.ERF, points, 2, Parallel.of(1))
            .lossGradient(theta, new TestLoss(2), expected);
    for (int threads = 1; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        JetNetwork network = JetNetwork.of(shape, TestActivation.ERF, points, 2, parallel);
        double[] gradient = new double[theta.length];
        for (int repeat = 0; repeat < 60; repeat++) {
          assertThat(network.lossGradient(theta, new TestLoss(2), gradient)).isEqualTo(loss);
          assertThat(gradient).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aPointsJetsDoNotDependOnItsCompany() {
    NetworkShape shape = shape(3, List.of(30, 19), 6, Parametrization.NTK, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(shape, 4).toArray();
    double[][] points = points(70, 3);
    double[][] all = new double[6 * 10][70];
    JetNetwork.of(shape, TestActivation.SIN, points, 2, Parallel.common()).outputJets(theta, all);
    for (int p = 0; p < 70; p += 13) {
      double[][] one = new double[6 * 10][1];
      JetNetwork.of(shape, TestActivation.SIN, new double[][] {points[p]}, 2, Parallel.common())
          .outputJets(theta, one);
      for (int c = 0; c < one.length; c++) {
        assertThat(one[c][0]).isEqualTo(all[c][p]);
      }
    }
  }

  @Test
  void independentOutputsAreSeparateNetworks() {
    NetworkShape apart = shape(2, List.of(8), 3, Parametrization.NTK, OutputSharing.INDEPENDENT);
    NetworkShape single = shape(2, List.of(8), 1, Parametrization.NTK, OutputSharing.SHARED);
    double[] theta = NetworkParameters.draw(apart, 8).toArray();
    double[][] points = points(9, 2);
    double[][] jets = new double[3 * 6][9];
    JetNetwork.of(apart, TestActivation.TANH, points, 2, Parallel.common()).outputJets(theta, jets);
    int size = single.parameters();
    for (int c = 0; c < 3; c++) {
      double[] part = Arrays.copyOfRange(theta, c * size, (c + 1) * size);
      double[][] alone = new double[6][9];
      JetNetwork.of(single, TestActivation.TANH, points, 2, Parallel.common())
          .outputJets(part, alone);
      assertThat(Arrays.copyOfRange(jets, 6 * c, 6 * c + 6)).isDeepEqualTo(alone);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    NetworkShape shape = shape(2, List.of(4), 3, Parametrization.NTK, OutputSharing.SHARED);
    assertThatThrownBy(
            () ->
                JetNetwork.of(
                    shape, TestActivation.SIN, new double[][] {{1, 2}, {3}}, 2, Parallel.common()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points[1]: 1 coordinates where the network takes 2");
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.SIN, points(3, 2), 1, Parallel.common());
    double[] theta = new double[shape.parameters()];
    assertThatThrownBy(() -> network.lossGradient(theta, new TestLoss(2), theta.clone()))
        .hasMessage("loss: jets of order 2 where the network's have 1");
    assertThatThrownBy(() -> network.loss(new double[5], new TestLoss(1)))
        .hasMessage("theta: 5 numbers where the network has 27");
    assertThatThrownBy(() -> network.outputJets(theta, new double[4][3]))
        .hasMessage("jets: 4 columns where there are 9");
  }
}
