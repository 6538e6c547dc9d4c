package org.metricflows.symbolic.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

class KahlerMetricTest {

  /**
   * A Hermitian matrix A + iB has the eigenvalues of the symmetric [[A, −B], [B, A]], each twice:
   * products of those of leading blocks are the minors.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void minorsAreProductsOfEigenvalues(int m) {
    Derivation values = new KahlerMetric(m).values();
    Point point = Point.random(values, new Random(m));
    double[] out = point.of(values);
    double[][][] g = entries(out, m);
    for (int k = 1; k <= m; k++) {
      double[] twice = eigenvalues(g, k);
      double product = 1;
      for (int i = 0; i < twice.length; i += 2) {
        product *= twice[i];
      }
      assertThat(out[m * m + k - 1]).isCloseTo(product, within(1e-12 * (1 + Math.abs(product))));
    }
    double omega = point.values().get(new Symbol("omega"));
    assertThat(out[m * m + m] * omega).isEqualTo(out[m * m + m - 1], within(1e-12));
  }

  private static double[][][] entries(double[] packed, int m) {
    double[][][] g = new double[m][m][2];
    int at = 0;
    for (int a = 0; a < m; a++) {
      g[a][a][0] = packed[at++];
      for (int b = a + 1; b < m; b++) {
        g[a][b] = new double[] {packed[at], packed[at + 1]};
        g[b][a] = new double[] {packed[at], -packed[at + 1]};
        at += 2;
      }
    }
    return g;
  }

  private static double[] eigenvalues(double[][][] g, int k) {
    double[][] real = new double[2 * k][2 * k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        real[a][b] = g[a][b][0];
        real[k + a][k + b] = g[a][b][0];
        real[a][k + b] = -g[a][b][1];
        real[k + a][b] = g[a][b][1];
      }
    }
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(real)).getEigenvalues();
  }

  /** By differences of h = 1e-5, which err by 1e-10 relative to third derivatives. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,2", "3,1", "3,2", "4,1"})
  void theGradientHoldsTheNormalisationAndFollowsTheMultiplier(int m, int power) {
    KahlerMetric metric = new KahlerMetric(m);
    Derivation loss = metric.loss(new MongeAmpereLoss(power));
    Derivation values = metric.values();
    Point point = Point.random(loss, new Random(10 * m + power));
    double[] out = point.of(loss);
    assertThat(out).hasSize(1 + m * m);
    double w = point.values().get(new Symbol("w"));
    double lambda = point.values().get(new Symbol("lambda"));
    double h = 1e-5;
    for (int k = 0; k < m * m; k++) {
      Symbol phi = metric.potential().get(k);
      double difference = 0;
      for (double s : new double[] {h, -h}) {
        Point moved = point.moved(phi, s);
        double[] g = moved.of(values);
        difference += (moved.of(loss)[0] + lambda * w * g[g.length - 1]) / (2 * s);
      }
      double tolerance = 1e-7 * (1 + Math.abs(difference));
      assertThat(out[1 + k]).as(phi.name()).isCloseTo(difference, within(tolerance));
    }
  }

  /** If κ = ⟨wq⟩, the multiplier carries the derivative through κ: two points, weights ½. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theMultiplierCarriesTheDerivativeThroughTheVolume(int power) {
    KahlerMetric metric = new KahlerMetric(2);
    Derivation loss = metric.loss(new MongeAmpereLoss(power));
    Random random = new Random(3);
    Point a = Point.random(loss, random).with("w", 0.5).with("omega", 0.3);
    Point b = Point.random(loss, random).with("w", 0.5).with("omega", 0.7);
    double kappa = mean(metric, a, b);
    double slope = (total(loss, a, b, kappa + 1e-5) - total(loss, a, b, kappa - 1e-5)) / 2e-5;
    double[] gradient = a.with("kappa", kappa).with("lambda", slope).of(loss);
    for (int k = 0; k < 4; k++) {
      Symbol phi = metric.potential().get(k);
      Point up = a.moved(phi, 1e-5);
      Point down = a.moved(phi, -1e-5);
      double difference =
          (total(loss, up, b, mean(metric, up, b)) - total(loss, down, b, mean(metric, down, b)))
              / 2e-5;
      double tolerance = 1e-7 * (1 + Math.abs(difference));
      assertThat(gradient[1 + k]).as(phi.name()).isCloseTo(difference, within(tolerance));
    }
  }

  private static double mean(KahlerMetric metric, Point a, Point b) {
    double[] x = a.of(metric.values());
    double[] y = b.of(metric.values());
    return 0.5 * (x[x.length - 1] + y[y.length - 1]);
  }

  private static double total(Derivation loss, Point a, Point b, double kappa) {
    return a.with("kappa", kappa).of(loss)[0] + b.with("kappa", kappa).of(loss)[0];
  }

  /**
   * The Fubini–Study form, δ_ij/s − z̄_i z_j/s², pulled back by J, is the (1,1) jet of log s, s =
   * |z|².
   */
  @Test
  void theFubiniStudyFormPulledBackIsTheJetOfItsPotential() {
    int n = 3;
    int m = 2;
    Derivation.Builder builder = Derivation.builder();
    List<ComplexExpr> z = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      z.add(Lines.input(builder, "z" + i, "z"));
    }
    List<List<ComplexExpr>> directions = new ArrayList<>();
    for (int a = 0; a < m; a++) {
      List<ComplexExpr> row = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        row.add(Lines.input(builder, "J" + a + i, "J"));
      }
      directions.add(row);
    }
    ComplexJet sum = null;
    for (int i = 0; i < n; i++) {
      List<ComplexExpr> slopes = List.of(directions.get(0).get(i), directions.get(1).get(i));
      ComplexJet coordinate = ComplexJet.holomorphic(z.get(i), slopes);
      ComplexJet square = coordinate.times(coordinate.conjugate());
      sum = sum == null ? square : sum.plus(square);
    }
    HermitianJet norm = sum.realPart();
    Expr s = norm.value();
    HermitianJet potential = norm.compose(List.of(Expr.log(s), s.pow(-1), s.pow(-2).negate()));
    potential.second().define(builder, "jet", "j");
    Hermitian.of(
            n,
            (i, j) -> {
              ComplexExpr pair = z.get(i).conjugate().times(z.get(j)).times(s.pow(-2).negate());
              return i == j ? pair.plus(ComplexExpr.of(s.pow(-1))) : pair;
            })
        .pullBack(directions)
        .define(builder, "pulled", "p");
    List<String> outputs = new ArrayList<>();
    for (String suffix : Hermitian.suffixes(m)) {
      outputs.add("jet" + suffix);
      outputs.add("pulled" + suffix);
    }
    Derivation both = builder.build(outputs);
    double[] out = Point.random(both, new Random(1)).of(both);
    for (int k = 0; k < out.length; k += 2) {
      assertThat(out[k + 1]).isCloseTo(out[k], within(1e-13));
    }
  }

  @Test
  void packedNumbersAreEntriesAndTheirConjugates() {
    Derivation.Builder builder = Derivation.builder();
    Hermitian h = Hermitian.input(builder, "h", "h", 3);
    assertThat(Hermitian.suffixes(3))
        .containsExactly("11", "12r", "12i", "13r", "13i", "22", "23r", "23i", "33");
    assertThat(h.get(0, 2).re()).isEqualTo(new Symbol("h13r"));
    assertThat(h.get(2, 1).re()).isEqualTo(new Symbol("h23r"));
    assertThat(h.get(2, 1).im()).isEqualTo(new Symbol("h23i").negate());
    assertThat(h.get(2, 2)).isEqualTo(ComplexExpr.of(new Symbol("h33")));
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Hermitian(2, List.of()))
        .hasMessage("hermitian: 0 numbers given for dimension 2");
    assertThatThrownBy(() -> new KahlerMetric(0)).hasMessage("dimension: 0 is not from 1 to 9");
    assertThatThrownBy(() -> new MongeAmpereLoss(3)).hasMessage("power: 3 is not 1 or 2");
  }
}
