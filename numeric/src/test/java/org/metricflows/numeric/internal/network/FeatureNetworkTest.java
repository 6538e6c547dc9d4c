package org.metricflows.numeric.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.Parallel;

/** Networks of features, in Hermitian jets and on batches. */
class FeatureNetworkTest {

  private static NetworkShape shape(int inputs, List<Integer> hidden, int outputs) {
    return new NetworkShape(
        inputs, hidden, outputs, Parametrization.NTK, 1.3, 0.4, OutputSharing.SHARED);
  }

  private static double[][] columns(JetModel model, int count) {
    return new double[model.columns()][count];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void jetsAreThoseOfAutomaticDifferentiation(int m) {
    HermitianFeatures features = HermitianFeatures.of(m, 7, m);
    NetworkShape shape = shape(features.count(), List.of(6, 5, 4), 2);
    double[] theta = NetworkParameters.draw(shape, 3).toArray();
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.TANH, features.jets(), Parallel.common());
    double[][] jets = columns(network, 7);
    network.outputJets(theta, jets);
    DSFactory factory = new DSFactory(2 * m, 2);
    for (int p = 0; p < 7; p++) {
      List<DerivativeStructure> x = new ArrayList<>();
      for (int k = 0; k < 2 * m; k++) {
        x.add(factory.variable(k, features.point(p)[k]));
      }
      List<DerivativeStructure> f =
          ReferenceNetwork.outputs(
              shape, TestActivation.TANH, k -> factory.constant(theta[k]), features.at(x));
      int column = 0;
      for (DerivativeStructure output : f) {
        for (double expected :
            HermitianFeatures.jet(m, orders -> output.getPartialDerivative(orders))) {
          // a few hundred roundings of numbers of order one
          assertThat(jets[column++][p]).isCloseTo(expected, within(1e-12));
        }
      }
    }
  }

  /**
   * On a flat space ℂⁿ with a complex line of tangents T the Hermitian jets along T are T and T̄
   * contracted with the real Hessian: ∂ᵢ∂ₖ̄ = ¼[xᵢxₖ + yᵢyₖ + i(xᵢyₖ − yᵢxₖ)].
   */
  @Test
  void jetsArePulledBackRealOnes() {
    int n = 4;
    int m = 3;
    int count = 9;
    SplittableRandom random = new SplittableRandom(8);
    double[][] points = new double[count][];
    double[][] tangents = new double[count][];
    for (int p = 0; p < count; p++) {
      points[p] = random.doubles(2L * n, -1, 1).toArray();
      tangents[p] = random.doubles(2L * m * n, -1, 1).toArray();
    }
    NetworkShape shape = shape(2 * n, List.of(12, 9, 7), 1);
    double[] theta = NetworkParameters.draw(shape, 4).toArray();
    JetNetwork hermitian =
        JetNetwork.of(
            shape, TestActivation.ERF, linearFeatures(n, m, points, tangents), Parallel.common());
    double[][] actual = columns(hermitian, count);
    hermitian.outputJets(theta, actual);
    JetNetwork real = JetNetwork.of(shape, TestActivation.ERF, points, 2, Parallel.common());
    double[][] jets = columns(real, count);
    real.outputJets(theta, jets);
    HermitianJetSpace space = new HermitianJetSpace(m);
    JetSpace flat = new JetSpace(2 * n, 2);
    for (int p = 0; p < count; p++) {
      for (int a = 0; a < m; a++) {
        for (int b = a; b < m; b++) {
          double re = 0;
          double im = 0;
          for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
              double h = jets[flat.index(i, k)][p] / 4 + jets[flat.index(n + i, n + k)][p] / 4;
              double g = jets[flat.index(i, n + k)][p] / 4 - jets[flat.index(n + i, k)][p] / 4;
              double[] t = tangents[p];
              double ax = t[2 * (a * n + i)];
              double ay = t[2 * (a * n + i) + 1];
              double bx = t[2 * (b * n + k)];
              double by = -t[2 * (b * n + k) + 1];
              double x = ax * bx - ay * by;
              double y = ax * by + ay * bx;
              re += x * h - y * g;
              im += x * g + y * h;
            }
          }
          assertThat(actual[space.real(a, b)][p]).isCloseTo(re, within(1e-12));
          if (b > a) {
            assertThat(actual[space.imaginary(a, b)][p]).isCloseTo(im, within(1e-12));
          }
        }
      }
    }
  }

  /** Re zᵢ and Im zᵢ along z + Σ uᵃ Tₐ: ∂ₐ Re z = T/2, ∂ₐ Im z = T/2i. */
  private static StoredJets linearFeatures(int n, int m, double[][] points, double[][] tangents) {
    HermitianJetSpace space = new HermitianJetSpace(m);
    double[][] jets = new double[points.length][space.size() * 2 * n];
    for (int p = 0; p < points.length; p++) {
      for (int i = 0; i < n; i++) {
        jets[p][i] = points[p][i];
        jets[p][n + i] = points[p][n + i];
        for (int a = 0; a < m; a++) {
          double x = tangents[p][2 * (a * n + i)] / 2;
          double y = tangents[p][2 * (a * n + i) + 1] / 2;
          jets[p][space.real(a) * 2 * n + i] = x;
          jets[p][space.imaginary(a) * 2 * n + i] = y;
          jets[p][space.real(a) * 2 * n + n + i] = y;
          jets[p][space.imaginary(a) * 2 * n + n + i] = -x;
        }
      }
    }
    return StoredJets.of(space, 2 * n, jets);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void gradientIsThatOfAutomaticDifferentiation(int m) {
    HermitianFeatures features = HermitianFeatures.of(m, 6, 2);
    NetworkShape shape = shape(features.count(), List.of(4, 3), 1);
    double[] theta = NetworkParameters.draw(shape, 5).toArray();
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.TANH, features.jets(), Parallel.common());
    double[] gradient = new double[theta.length];
    int[] chosen = {4, 0, 5, 4};
    double loss = network.lossGradient(theta, Batch.of(chosen), new TestLoss(2), gradient);
    Gradient expected = reference(m, features, shape, theta, chosen);
    assertThat(loss).isCloseTo(expected.getValue(), within(1e-12));
    for (int k = 0; k < theta.length; k++) {
      assertThat(gradient[k]).isCloseTo(expected.getPartialDerivative(k), within(1e-11));
    }
  }

  /** The loss with its derivatives by θ: jets by u whose coefficients are gradients by θ. */
  private static Gradient reference(
      int m, HermitianFeatures features, NetworkShape shape, double[] theta, int[] chosen) {
    GradientField field = GradientField.getField(theta.length);
    FDSFactory<Gradient> factory = new FDSFactory<>(field, 2 * m, 2);
    Gradient sum = field.getZero();
    for (int p : chosen) {
      List<FieldDerivativeStructure<Gradient>> x = new ArrayList<>();
      for (int k = 0; k < 2 * m; k++) {
        x.add(factory.variable(k, features.point(p)[k]));
      }
      FieldDerivativeStructure<Gradient> f =
          ReferenceNetwork.outputs(
                  shape,
                  TestActivation.TANH,
                  k -> factory.constant(Gradient.variable(theta.length, k, theta[k])),
                  features.at(x))
              .get(0);
      Gradient weighted = field.getZero();
      for (int k = -1; k < theta.length; k++) {
        int parameter = k;
        List<Double> jet =
            HermitianFeatures.jet(
                m,
                orders -> {
                  Gradient g = f.getPartialDerivative(orders);
                  return parameter < 0 ? g.getValue() : g.getPartialDerivative(parameter);
                });
        double s = 0;
        for (int c = 0; c < jet.size(); c++) {
          s += TestLoss.factor(c, p) * jet.get(c);
        }
        weighted =
            k < 0
                ? weighted.add(s)
                : weighted.add(Gradient.variable(theta.length, k, 0).multiply(s));
      }
      sum = sum.add(TestLoss.share(weighted));
    }
    return sum;
  }

  @Test
  void gradientIsTheLimitOfCentralDifferences() {
    HermitianFeatures features = HermitianFeatures.of(3, 40, 6);
    NetworkShape shape = shape(features.count(), List.of(20, 17, 9), 2);
    double[] theta = NetworkParameters.draw(shape, 2).toArray();
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.ERF, features.jets(), Parallel.common());
    Batch batch = Batch.first(40);
    double[] gradient = new double[theta.length];
    network.lossGradient(theta, batch, new TestLoss(2), gradient);
    double h = 1e-5;
    for (int k = 0; k < theta.length; k += 29) {
      double[] moved = theta.clone();
      moved[k] = theta[k] + h;
      double above = network.loss(moved, batch, new TestLoss(2));
      moved[k] = theta[k] - h;
      double below = network.loss(moved, batch, new TestLoss(2));
      // truncation h² and rounding ε·loss/h are both about 1e-9
      assertThat(gradient[k]).isCloseTo((above - below) / (2 * h), within(3e-8));
    }
  }

  @Test
  void resultsDoNotDependOnThreads() {
    HermitianFeatures features = HermitianFeatures.of(3, 90, 6);
    NetworkShape shape = shape(features.count(), List.of(40, 33), 1);
    double[] theta = NetworkParameters.draw(shape, 9).toArray();
    Batch batch = new Batch(Batch.first(90).points(), 5, 64);
    double[] expected = null;
    for (int threads = 1; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        JetNetwork network = JetNetwork.of(shape, TestActivation.TANH, features.jets(), parallel);
        for (int repeat = 0; repeat < 30; repeat++) {
          double[] gradient = new double[theta.length];
          network.lossGradient(theta, batch, new TestLoss(2), gradient);
          expected = expected == null ? gradient : expected;
          assertThat(gradient).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aPointsJetsDoNotDependOnItsBatch() {
    HermitianFeatures features = HermitianFeatures.of(2, 50, 6);
    NetworkShape shape = shape(features.count(), List.of(18, 21), 2);
    double[] theta = NetworkParameters.draw(shape, 4).toArray();
    JetNetwork network =
        JetNetwork.of(shape, TestActivation.SIN, features.jets(), Parallel.common());
    double[][] all = columns(network, 50);
    network.outputJets(theta, all);
    int[] order = {49, 3, 17, 3, 0, 22};
    double[][] some = columns(network, 4);
    network.outputJets(theta, new Batch(order, 1, 4), some);
    for (int c = 0; c < all.length; c++) {
      assertThat(some[c]).containsExactly(all[c][3], all[c][17], all[c][3], all[c][0]);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    HermitianFeatures features = HermitianFeatures.of(1, 3, 6);
    StoredJets jets = features.jets();
    assertThatThrownBy(
            () ->
                JetNetwork.of(shape(5, List.of(), 1), TestActivation.SIN, jets, Parallel.common()))
        .hasMessage("inputs: 4 where the network takes 5");
    assertThatThrownBy(() -> StoredJets.of(jets.basis(), 4, new double[][] {{1, 2}}))
        .hasMessage("jets[0]: 2 numbers where 4 coefficients of 4 features need 16");
    assertThatThrownBy(() -> new Batch(new int[3], 2, 2))
        .hasMessage("batch: 2 points from 2 on, of 3");
  }
}
