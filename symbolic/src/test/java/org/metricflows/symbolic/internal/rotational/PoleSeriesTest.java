package org.metricflows.symbolic.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Rational;

/** The series of steady solitons solve their equations term by term, in exact arithmetic. */
class PoleSeriesTest {
  private static final int TERMS = 9;

  /** The cigar is ψ = √2 tanh(s/√2), f' = −√2 tanh(s/√2) where its curvature at the pole is 1. */
  @Test
  void inDimensionTwoIsTheCigar() {
    List<Rational> tangent =
        List.of(Rational.of(1), Rational.of(-1, 6), Rational.of(1, 30), Rational.of(-17, 2520));
    PoleSeries series = new SteadySoliton(2).series(4);
    assertThat(series.radius()).isEqualTo(tangent);
    assertThat(series.drift())
        .isEqualTo(tangent.stream().map(a -> a.multiply(Rational.of(-1))).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 12})
  void solvesBothEquations(int n) {
    PoleSeries series = new SteadySoliton(n).series(TERMS);
    Rational[] psi = odd(series.radius());
    Rational[] drift = odd(series.drift());
    Rational[] slope = derivative(psi);
    Rational[] bend = derivative(slope);
    Rational[] cap = scaled(product(slope, slope), -1);
    cap[0] = cap[0].add(Rational.of(1));
    Rational[] right = sum(scaled(cap, n - 2L), product(product(psi, slope), drift));
    assertThat(product(psi, bend)).startsWith(Arrays.copyOf(right, 2 * TERMS - 1));
    assertThat(product(psi, derivative(drift)))
        .startsWith(Arrays.copyOf(scaled(bend, n - 1L), 2 * TERMS - 2));
  }

  /** Coefficients of s⁰, s¹, … below s^{2·TERMS}. */
  private static Rational[] odd(List<Rational> coefficients) {
    Rational[] all = zeros();
    for (int i = 0; i < coefficients.size(); i++) {
      all[2 * i + 1] = coefficients.get(i);
    }
    return all;
  }

  private static Rational[] zeros() {
    Rational[] all = new Rational[2 * TERMS];
    Arrays.fill(all, Rational.of(0));
    return all;
  }

  private static Rational[] derivative(Rational[] a) {
    Rational[] all = zeros();
    for (int i = 1; i < a.length; i++) {
      all[i - 1] = a[i].multiply(Rational.of(i));
    }
    return all;
  }

  private static Rational[] product(Rational[] a, Rational[] b) {
    Rational[] all = zeros();
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; i + j < a.length; j++) {
        all[i + j] = all[i + j].add(a[i].multiply(b[j]));
      }
    }
    return all;
  }

  private static Rational[] scaled(Rational[] a, long factor) {
    return Arrays.stream(a).map(c -> c.multiply(Rational.of(factor))).toArray(Rational[]::new);
  }

  private static Rational[] sum(Rational[] a, Rational[] b) {
    Rational[] all = zeros();
    Arrays.setAll(all, i -> a[i].add(b[i]));
    return all;
  }
}
