package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.GraphEvaluator;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Chart;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricTensor;
import org.metricflows.symbolic.internal.rotational.SphereFlow;
import org.metricflows.symbolic.internal.rotational.WarpedProduct;

/** The equations of rotational symmetry against the curvature of the whole metric. */
class WarpedProductTest {
  private static final Symbol X = new Symbol("x");
  private static final Expr PSI = Expr.sin(X).times(2).plus(Expr.cos(X.times(3)).over(5));
  private static final Expr CHI = Expr.exp(Expr.sin(X).over(3));

  private static double[] evaluate(Derivation derivation, double... point) {
    return new GraphEvaluator(Graph.of(derivation)).evaluate(point);
  }

  /** Expressions of x at a number. */
  private static double[] at(double x, Expr... expressions) {
    Derivation.Builder b = Derivation.builder();
    b.input(X.name());
    List<String> names = new ArrayList<>();
    for (Expr expression : expressions) {
      names.add("out" + names.size());
      b.define(names.get(names.size() - 1), expression);
    }
    return evaluate(b.build(names), x);
  }

  private static double[] jet(double x, Expr psi, Expr chi) {
    Expr slope = psi.differentiate(X);
    return at(x, psi, slope, slope.differentiate(X), chi, chi.differentiate(X));
  }

  /** Ric_xx, Ric of the first angle and R of dx² χ² + ψ²(dθ₁² + sin² θ₁ dθ₂² + …). */
  private static double[] wholeCurvature(int n, double x) {
    List<String> names = new ArrayList<>(List.of("x"));
    for (int i = 1; i < n; i++) {
      names.add("y" + i);
    }
    Chart chart = Chart.of(names);
    List<List<Expr>> rows = new ArrayList<>();
    Expr factor = PSI.pow(2);
    for (int i = 0; i < n; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        row.add(Rational.ZERO);
      }
      row.set(i, i == 0 ? CHI.pow(2) : factor);
      factor = i == 0 ? factor : factor.times(Expr.sin(chart.coordinates().get(i)).pow(2));
      rows.add(row);
    }
    Derivation.Builder b = Derivation.builder();
    names.forEach(b::input);
    Curvature curvature = Curvature.of(b, new MetricTensor(chart, rows).jet().define(b));
    b.define("first", curvature.ricci(0, 0));
    b.define("second", curvature.ricci(1, 1));
    b.define("third", curvature.scalar());
    double[] point = new double[n];
    for (int i = 1; i < n; i++) {
      point[i] = 0.5 + 0.3 * i;
    }
    point[0] = x;
    return evaluate(b.build("first", "second", "third"), point);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void isTheCurvatureOfTheWholeMetric(int n) {
    double x = 0.7;
    double[] jet = jet(x, PSI, CHI);
    double[] curvature = evaluate(new WarpedProduct(n).curvature(), jet);
    double[] speed = evaluate(new WarpedProduct(n).ricciFlow(), jet);
    double[] whole = wholeCurvature(n, x);
    assertThat((n - 1) * curvature[0] * jet[3] * jet[3]).isCloseTo(whole[0], within(1e-12));
    assertThat(curvature[2]).isCloseTo(whole[2], within(1e-12));
    // ∂_t(χ²) = −2Ric_xx and ∂_t(ψ²) = −2Ric_θθ
    assertThat(jet[3] * speed[1]).isCloseTo(-whole[0], within(1e-12));
    assertThat(jet[0] * speed[0]).isCloseTo(-whole[1], within(1e-12));
  }

  /** ψ = r sinh x, χ = r: hyperbolic space of radius r expands with dr/dt = (n−1)/r. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void hyperbolicSpaceExpands(int n) {
    double r = 1.3;
    double x = 0.9;
    double[] jet = {r * Math.sinh(x), r * Math.cosh(x), r * Math.sinh(x), r, 0};
    double[] speed = evaluate(new WarpedProduct(n).ricciFlow(), jet);
    assertThat(speed[0]).isCloseTo((n - 1) / r * Math.sinh(x), within(1e-13));
    assertThat(speed[1]).isCloseTo((n - 1) / r, within(1e-13));
    assertThat(evaluate(new WarpedProduct(n).curvature(), jet)[2])
        .isCloseTo(-n * (n - 1) / (r * r), within(1e-13));
  }

  /** A v and an h that have no relation to one another. */
  private static Expr wave(Random random) {
    Expr sum = Rational.of(random.nextInt(1, 5), 20);
    for (int k = 1; k <= 3; k++) {
      sum = sum.plus(Expr.cos(X.times(k)).times(Rational.of(random.nextInt(-9, 9), 40)));
    }
    return sum;
  }

  /** The quantities that the sphere's equations take, of ℓ = 1. */
  private record Sphere(Expr v, Expr h) {
    Expr p() {
      return v.times(Expr.sin(X).pow(2)).plus(1);
    }

    Expr psi() {
      return p().times(Expr.sin(X));
    }

    double[] inputs(double x) {
      Expr slope = v.differentiate(X);
      return at(
          x,
          Expr.cos(X),
          Expr.sin(X),
          v,
          slope.over(Expr.sin(X)),
          slope.differentiate(X),
          h,
          h.differentiate(X).over(Expr.sin(X)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9})
  void withoutSingularTermsItIsTheSameCurvature(int n) {
    Random random = new Random(n);
    for (int trial = 0; trial < 10; trial++) {
      Sphere sphere = new Sphere(wave(random), wave(random));
      double x = random.nextDouble(0.3, 2.8);
      double[] jet = jet(x, sphere.psi(), Rational.ONE);
      double[] plain = evaluate(new WarpedProduct(n).curvature(), jet);
      double[] regular = evaluate(new SphereFlow(n).geometry(), Arrays.copyOf(sphere.inputs(x), 5));
      double scale = 1e-12 * (1 + Math.abs(plain[2]));
      assertThat(regular)
          .containsExactly(
              new double[] {jet[0], jet[1], plain[0], plain[1], plain[2]}, within(scale));
    }
  }

  /**
   * With x held in proportion to arc length ψ_t = −Ric_tan ψ − ψ_s V, where V = (n−1)(p_x/p + h sin
   * x)/ℓ if (h sin x)' = e − ē. For any h that is an identity, with ē := e − (h sin x)'.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9})
  void withoutSingularTermsItIsTheSameFlow(int n) {
    Random random = new Random(50 + n);
    for (int trial = 0; trial < 10; trial++) {
      Sphere sphere = new Sphere(wave(random), wave(random));
      double x = random.nextDouble(0.3, 2.8);
      double[] inputs = sphere.inputs(x);
      double[] jet = jet(x, sphere.psi(), Rational.ONE);
      double held = evaluate(new WarpedProduct(n).ricciFlow(), jet)[0];
      Expr p = sphere.p();
      Expr inner = sphere.h().times(Expr.sin(X));
      double[] moved = at(x, p.differentiate(X).over(p).plus(inner), inner.differentiate(X));
      double e = evaluate(new SphereFlow(n).stretching(), Arrays.copyOf(inputs, 4))[0];
      double mean = e - moved[1];
      double psiT = held - jet[1] * (n - 1) * moved[0];
      double scaleT = -(n - 1) * (1 - mean);
      double expected = (psiT - scaleT * jet[0]) / Math.pow(Math.sin(x), 3);
      assertThat(evaluate(new SphereFlow(n).velocity(), inputs)[0])
          .isCloseTo(expected, within(1e-11 * (1 + Math.abs(held) + Math.abs(expected))));
    }
  }

  @Test
  void aLineHasNoRotations() {
    assertThatThrownBy(() -> new WarpedProduct(1)).hasMessage("dimension: 1 is below 2");
  }
}
