package org.metricflows.symbolic.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Symbol;

class KahlerDensityTest {

  private static KahlerDensity density(String formula) {
    return KahlerDensity.of("loss.density", formula);
  }

  /** g₀ and g_FS near 1, so that g is positive, and κ|Ω|² near 1. */
  private static Point positive(Derivation program, int m, Random random) {
    Point point = Point.random(program, random);
    List<String> suffixes = Hermitian.suffixes(m);
    for (String suffix : suffixes) {
      for (String name : List.of("phi", "g0", "gFS")) {
        double small = 0.2 * random.nextGaussian() / m;
        boolean one = suffix.length() == 2 && !name.equals("phi");
        point = point.with(name + suffix, one ? 1 + small : small);
      }
    }
    return point.with("omega", 0.8).with("kappa", 1.1).with("w", 0.7);
  }

  /** The same polynomial of q, so that sums of few terms differ by rounding alone. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theSquaredDefectWrittenOutIsMongeAmperes(int m) {
    Derivation named = new KahlerMetric(m).loss(new MongeAmpereLoss(2));
    Derivation written = new KahlerMetric(m).loss(density("(1-q)^2"));
    assertThat(written.inputs()).isEqualTo(named.inputs());
    for (int trial = 0; trial < 5; trial++) {
      Point point = positive(named, m, new Random(trial));
      double[] expected = point.of(named);
      double[] actual = point.of(written);
      for (int k = 0; k < expected.length; k++) {
        assertThat(actual[k]).isCloseTo(expected[k], within(1e-14 * (1 + Math.abs(expected[k]))));
      }
    }
  }

  /** A + iB ↦ [[A, −B], [B, A]] keeps products and inverses, and doubles traces. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void tracesAreThoseOfTheMatrices(int m) {
    Derivation forth = new KahlerMetric(m).loss(density("trace"));
    Derivation back = new KahlerMetric(m).loss(density("trace_inverse"));
    Point point = positive(forth, m, new Random(m)).with("lambda", 0);
    RealMatrix g = real(point, "g0", m).add(real(point, "phi", m));
    RealMatrix reference = real(point, "gFS", m);
    double w = 0.7;
    assertThat(point.of(forth)[0] / w).isCloseTo(trace(reference, g), within(1e-13 * m));
    assertThat(point.of(back)[0] / w).isCloseTo(trace(g, reference), within(1e-12 * m));
  }

  /** tr(A⁻¹B). */
  private static double trace(RealMatrix a, RealMatrix b) {
    return new LUDecomposition(a).getSolver().solve(b).getTrace() / 2;
  }

  private static RealMatrix real(Point point, String name, int m) {
    RealMatrix matrix = new Array2DRowRealMatrix(2 * m, 2 * m);
    for (String suffix : Hermitian.suffixes(m)) {
      double value = point.values().get(new Symbol(name + suffix));
      int a = suffix.charAt(0) - '1';
      int b = suffix.charAt(1) - '1';
      boolean imaginary = suffix.endsWith("i");
      for (int k = 0; k < 2; k++) {
        int other = imaginary ? 1 - k : k;
        double sign = imaginary && k == 0 ? -1 : 1;
        matrix.setEntry(k * m + a, other * m + b, sign * value);
        matrix.setEntry(other * m + b, k * m + a, sign * value);
      }
    }
    return matrix;
  }

  /** By fourth-order differences of h = 1e-3, which err by some 1e-11 relative to the loss. */
  @ParameterizedTest
  @CsvSource({
    "1, log(q)^2",
    "2, log(q)^2",
    "3, log(q)^2",
    "3, q*log(q)",
    "2, (q-1)^4",
    "3, trace",
    "3, trace_inverse^2/Pi",
    "2, 'exp(q)*trace - sqrt(trace_inverse)'",
    "1, trace*traceinverse",
    "2, 1"
  })
  void derivativesAreThoseOfTheDensityAtFixedNormalisation(int m, String formula) {
    KahlerMetric metric = new KahlerMetric(m);
    Derivation loss = metric.loss(density(formula));
    Derivation values = metric.values();
    Point point = positive(loss, m, new Random(10 * m));
    double multiplier = point.values().get(new Symbol("lambda")) * 0.7;
    double[] out = point.of(loss);
    double h = 1e-3;
    for (int k = 0; k < m * m; k++) {
      Symbol phi = metric.potential().get(k);
      double[] steps = {h, -h, 2 * h, -2 * h};
      double[] at = new double[4];
      for (int s = 0; s < 4; s++) {
        Point moved = point.moved(phi, steps[s]);
        double[] g = moved.of(values);
        at[s] = moved.of(loss)[0] + multiplier * g[g.length - 1];
      }
      double difference = (8 * (at[0] - at[1]) - (at[2] - at[3])) / (12 * h);
      assertThat(out[1 + k])
          .as(phi.name())
          .isCloseTo(difference, within(1e-8 * (1 + Math.abs(difference))));
    }
  }

  /** ∂ℓ/∂κ = −(r/κ) ∂ℓ/∂r against differences of κ. */
  @ParameterizedTest
  @ValueSource(
      strings = {"log(q)^2", "q*log(q)", "q*trace", "trace_inverse", "abs(1-q)", "1", "q", "2*q"})
  void theSlopeIsTheDerivativeByTheRatio(String formula) {
    KahlerMetric metric = new KahlerMetric(2);
    Derivation loss = metric.loss(density(formula));
    Point point = positive(loss, 2, new Random(4));
    double[] values = point.of(metric.values());
    double h = 1e-5;
    double up = point.moved(new Symbol("kappa"), h).of(loss)[0];
    double down = point.moved(new Symbol("kappa"), -h).of(loss)[0];
    double expected = (up - down) / (2 * h) / 0.7;
    double ratio = values[values.length - 1] / 1.1;
    Point slope = point.with("ratio", ratio);
    List<String> suffixes = Hermitian.suffixes(2);
    for (int k = 0; k < 4; k++) {
      slope = slope.with("g" + suffixes.get(k), values[k]);
    }
    double[] out = slope.of(metric.slope(density(formula)));
    assertThat(out).hasSize(1);
    assertThat(-out[0] * ratio / 1.1).isCloseTo(expected, within(1e-8));
  }

  @Test
  void onlyLossesOfTheReferenceHaveIt() {
    int inputs = new KahlerMetric(3).loss(new MongeAmpereLoss(1)).inputs().size();
    assertThat(new KahlerMetric(3).loss(density("log(q)^2")).inputs()).hasSize(inputs);
    assertThat(new KahlerMetric(3).loss(density("q*trace")).inputs()).hasSize(inputs + 9);
    assertThat(density("q*trace").readsReference()).isTrue();
    assertThat(density("q + trace - trace").readsReference()).isFalse();
  }

  @Test
  void theFormulaIsToldInTheLinesNames() {
    assertThat(density("q*log(q) + trace_inverse/Pi").text())
        .isEqualTo(
            "L = sum_a w_a l(x_a) / sum_a w_a, l = r*log(r)+traceinverse/Pi,"
                + " r = det g/(kappa |Omega|^2), traceinverse = tr(g^(-1) gFS)");
    assertThat(density("trace^2").latex())
        .contains("\\ell = {\\mathrm{tr}}^{2}")
        .contains("\\mathrm{tr}(g_{FS}^{-1} g)");
  }

  @Test
  void otherSymbolsAreRefused() {
    assertThatThrownBy(() -> density("log(p)^2"))
        .hasMessage(
            "loss.density: unknown symbol 'p' (declared: q, trace,"
                + " traceinverse) in 'log(p)^2'");
    assertThatThrownBy(() -> density("trase")).hasMessageContaining("did you mean 'trace'?");
  }
}
