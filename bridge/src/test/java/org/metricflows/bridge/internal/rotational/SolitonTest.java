package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.rotational.Spheres.column;
import static org.metricflows.bridge.internal.rotational.Spheres.number;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.RunResult;

/** Hamilton's cigar and Bryant's solitons. */
class SolitonTest {
  private static final String SOLITON =
      """
      rotational: {tip_curvature: 4}
      flow:
        equation: steady-soliton
        time: 100
        record: [0, 0.01, 0.2, 0.5, 1, 2, 5, 20, 50, 100]
        relative_tolerance: 1e-12
        absolute_tolerance: 1e-13
      """;

  /** With R(0) = 4: ψ = tanh s, f = −2 log cosh s, R = 4 sech² s. */
  @Test
  void theCigarIsKnownInClosedForm() {
    RunResult result = Spheres.run(SOLITON, "rotational.dimension=2");
    for (Map<String, Object> record : result.records()) {
      double s = number(record, "t");
      double logCosh = s + Math.log1p(Math.exp(-2 * s)) - Math.log(2);
      assertThat(number(record, "radius")).isCloseTo(Math.tanh(s), within(1e-10));
      assertThat(number(record, "potential")).isCloseTo(-2 * logCosh, within(1e-9));
      assertThat(number(record, "R")).isCloseTo(4 / Math.pow(Math.cosh(s), 2), within(1e-9));
    }
  }

  /** R + f'² = R(0) is a first integral of the equations, which the integrator knows nothing of. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 8, 12})
  void theFirstIntegralIsKept(int n) {
    RunResult result = Spheres.run(SOLITON, "rotational.dimension=" + n);
    assertThat(result.outcome().status()).isEqualTo("completed");
    for (double defect : column(result, "first_integral_error")) {
      assertThat(defect).isLessThan(1e-9);
    }
    assertThat(Arrays.stream(column(result, "slope")).min().orElseThrow()).isGreaterThan(-1e-11);
  }

  /**
   * ψ² ~ 2(n−2)s/√R(0), and the next term of the expansion: the rate of ψ² is above its limit by
   * (5−n)/(4s√R(0)) of it, up to terms of log s/s².
   */
  @ParameterizedTest
  @CsvSource({"3, 4", "4, 4", "3, 1", "5, 10", "8, 2"})
  void bryantSolitonsOpenLikeParaboloids(int n, double tip) {
    RunResult result =
        Spheres.run(
            SOLITON,
            "rotational.dimension=" + n,
            "rotational.tip_curvature=" + tip,
            "flow.time=1600",
            "flow.record=[100, 400, 1600]");
    double limit = 2 * (n - 2) / Math.sqrt(tip);
    double[] s = column(result, "t");
    double[] rate = column(result, "radius_squared_rate");
    for (int i = 0; i < s.length; i++) {
      double next = (5 - n) / (4 * Math.sqrt(tip));
      assertThat((rate[i] / limit - 1) * s[i]).isCloseTo(next, within(n * Math.log(s[i]) / s[i]));
    }
    // R ~ (n−1)(n−2)/ψ²
    double expected = (n - 1) * (n - 2) / (limit * 1600);
    assertThat(column(result, "R")[2]).isCloseTo(expected, within(0.02 * expected));
  }

  /** ψ(s; c²R₀) = ψ(cs; R₀)/c and f the same. */
  @Test
  void solitonsScale() {
    RunResult one = Spheres.run(SOLITON, "flow.record=[0.3, 3, 30]");
    RunResult half =
        Spheres.run(
            SOLITON, "rotational.tip_curvature=16", "flow.time=50", "flow.record=[0.15, 1.5, 15]");
    for (int i = 0; i < 3; i++) {
      assertThat(column(half, "radius")[i]).isCloseTo(column(one, "radius")[i] / 2, within(1e-10));
      assertThat(column(half, "potential")[i]).isCloseTo(column(one, "potential")[i], within(1e-9));
    }
  }

  /**
   * Ric + ∇∇f from the recorded radius and potential alone: their second derivatives by central
   * differences of order 4 with step 0.02, whose error is 1e-7 of the sixth derivatives.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void ricciIsMinusTheHessianOfThePotential(int n) {
    double s = 1.3;
    RunResult result =
        Spheres.run(
            SOLITON,
            "rotational.dimension=" + n,
            "flow.time=2",
            "flow.record=[1.26, 1.28, 1.3, 1.32, 1.34]");
    double[] psi = column(result, "radius");
    double[] f = column(result, "potential");
    double radial = -second(psi) / psi[2];
    double tangential = (1 - Math.pow(first(psi), 2)) / (psi[2] * psi[2]);
    assertThat(column(result, "t")[2]).isEqualTo(s);
    assertThat((n - 1) * radial + second(f)).isCloseTo(0, within(1e-5));
    assertThat(radial + (n - 2) * tangential + first(psi) / psi[2] * first(f))
        .isCloseTo(0, within(1e-5));
  }

  private static double first(double[] y) {
    return (y[0] - 8 * y[1] + 8 * y[3] - y[4]) / (12 * 0.02);
  }

  private static double second(double[] y) {
    return (-y[0] + 16 * y[1] - 30 * y[2] + 16 * y[3] - y[4]) / (12 * 0.02 * 0.02);
  }
}
