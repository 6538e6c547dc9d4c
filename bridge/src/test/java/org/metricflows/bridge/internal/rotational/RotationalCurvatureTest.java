package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;
import org.metricflows.bridge.internal.curvature.CurvatureReport;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;

/**
 * Curvature of rotationally symmetric metrics: the same as that of charts, exact, and of solitons.
 */
class RotationalCurvatureTest {
  private static final String DUMBBELL = "sin(x)*(1 - 4*sin(x)^2/5)";
  private static final String ROUND = "2*sin(x)";
  private static final List<String> KEYS =
      List.of(
          "metric",
          "determinant",
          "inverse",
          "christoffel",
          "ricci",
          "scalar",
          "ricci_squared",
          "kretschmann",
          "einstein");

  private static RotationalCurvature sphere(int n, String radius, String lapse) {
    return of(
        """
        rotational: {dimension: %d, radius: "%s", lapse: "%s"}
        flow: {time: 1}
        """
            .formatted(n, radius, lapse));
  }

  private static RotationalCurvature of(String text) {
    return RotationalCurvature.of(SpecSource.ofText(text, "spec.yaml").readRotational());
  }

  /** The same metric with polar angles, which are normal coordinates at the equator. */
  private static CurvatureNumbers chart(int n, String radius, String lapse, double x) {
    List<String> names = new ArrayList<>(List.of("x"));
    for (int a = 1; a < n; a++) {
      names.add("y" + a);
    }
    StringBuilder rows = new StringBuilder();
    String entry = "(" + radius + ")^2";
    for (int i = 0; i < n; i++) {
      String[] row = new String[n];
      Arrays.fill(row, "0");
      row[i] = i == 0 ? "(" + lapse + ")^2" : entry;
      entry = i == 0 ? entry : entry + "*sin(y" + i + ")^2";
      rows.append(i == 0 ? "" : ", ")
          .append("[\"")
          .append(String.join("\", \"", row))
          .append("\"]");
    }
    String text = "chart: {coordinates: %s}\nmetric: {background: [%s]}\n".formatted(names, rows);
    Spec spec = SpecSource.ofText(text, "spec.yaml").read(Purpose.CURVATURE);
    double[] point = new double[n];
    Arrays.fill(point, Math.PI / 2);
    point[0] = x;
    return CurvatureReport.of(spec.chart(), spec.metric()).at("--at", point);
  }

  private static double[] flat(Object value) {
    if (value instanceof Object[] rows) {
      return Arrays.stream(rows).flatMapToDouble(row -> Arrays.stream(flat(row))).toArray();
    }
    return value instanceof double[] row ? row : new double[] {(Double) value};
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0.7, sin(x)*(1 - sin(x)^2/3), exp(x/3)",
    "3, 0.7, sin(x)*(1 - 4*sin(x)^2/5), 1",
    "3, 1.9, x^2*sqrt(4-x), 1/(1+x)",
    "4, 0.7, sin(x)*(1 - 4*sin(x)^2/5), 2+cos(x)",
    "4, 2.8, tanh(x), exp(-x)"
  })
  void numbersAreThoseOfTheSameMetricInAChart(int n, double x, String radius, String lapse) {
    Map<String, Object> actual = sphere(n, radius, lapse).at("--at", x).toTree();
    Map<String, Object> expected = chart(n, radius, lapse, x).toTree();
    for (String key : KEYS) {
      double[] numbers = flat(expected.get(key));
      double scale = Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
      assertThat(flat(actual.get(key))).as(key).containsExactly(numbers, within(1e-12 * scale));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12})
  void theRoundSphereIsEinstein(int n) {
    RotationalCurvature round = sphere(n, ROUND, "2");
    assertThat(round.closedForms())
        .containsEntry("K_rad", "1/4")
        .containsEntry("R", Dialect.TEXT.print(Rational.of(n * (n - 1L), 4)))
        .containsEntry("Kretschmann", Dialect.TEXT.print(Rational.of(n * (n - 1L), 8)));
    assertThat(round.closedForms().containsKey("K_tan")).isEqualTo(n > 2);
    RotationalNumbers here = round.at("--at", 0.4);
    double[][] g = here.metric();
    double[][] ricci = here.ricci();
    for (int i = 0; i < n; i++) {
      assertThat(ricci[i][i]).isCloseTo((n - 1) * g[i][i] / 4, within(1e-12));
    }
  }

  @Test
  void closedFormsHaveTheNumbers() {
    RotationalCurvature curvature = sphere(3, DUMBBELL, "1+x^2/9");
    double x = 1.1;
    Map<String, double[]> numbers = curvature.named(curvature.at("--at", x));
    assertThat(curvature.closedForms()).hasSize(12);
    curvature
        .closedForms()
        .forEach(
            (name, form) -> {
              double expected =
                  Constants.valueOf(
                      ExpressionParser.of("x")
                          .parse(form)
                          .substitute(Map.of(new Symbol("x"), Rational.of(x))));
              assertThat(numbers.get(name)[0])
                  .as(name)
                  .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            });
  }

  @Test
  void linesLeaveOutWhatVanishes() {
    assertThat(sphere(3, "sin(x)", "1").lines())
        .containsExactly(
            "a, b: of the unit sphere S of dimension 2, with the metric gS",
            "g_xx = 1",
            "g_ab = sin(x)^2 gS_ab",
            "Gamma^x_ab = -sin(x)*cos(x) gS_ab",
            "Gamma^a_xb = cos(x)/sin(x) delta^a_b",
            "K_rad = 1",
            "K_tan = 1",
            "Ric_xx = 2",
            "Ric_ab = 2*sin(x)^2 gS_ab",
            "R = 6",
            "|Ric|^2 = 12",
            "Kretschmann = 12");
  }

  private static final String SOLITON =
      """
      rotational: {dimension: %d, tip_curvature: 4}
      flow: {equation: steady-soliton, time: 20, relative_tolerance: 1e-12, absolute_tolerance: 1e-13}
      """;

  /** The cigar: ψ = tanh s, R = 4 sech² s. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 1, 5})
  void aSolitonIsIntegrated(double s) {
    RotationalNumbers here = of(SOLITON.formatted(2)).at("--at", s);
    assertThat(here.radius()).isCloseTo(Math.tanh(s), within(1e-10));
    assertThat(here.value("R")).isCloseTo(4 / Math.pow(Math.cosh(s), 2), within(1e-9));
    assertThat(here.value("Krad")).isCloseTo(2 / Math.pow(Math.cosh(s), 2), within(1e-9));
    assertThat(here.christoffel()[0][1][1])
        .isCloseTo(-Math.tanh(s) / Math.pow(Math.cosh(s), 2), within(1e-9));
  }

  @Test
  void aSolitonIsToldInItsOwnNames() {
    assertThat(of(SOLITON.formatted(3)).closedForms())
        .containsEntry("g_ss", "1")
        .containsEntry("K_tan", "(1+psi')*(1-psi')/psi^2")
        .containsEntry("Ric_ab", "-f'*psi*psi'");
    // near the pole all planes are alike, and R is that of the tip
    RotationalNumbers tip = of(SOLITON.formatted(3)).at("--at", 1e-3);
    assertThat(tip.value("Krad")).isCloseTo(4.0 / 6, within(1e-5));
    assertThat(tip.value("Ktan")).isCloseTo(4.0 / 6, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; --at: must be between the poles, 0.0 and 3.14",
        "3.2; --at: must be between the poles",
        "NaN; --at: NaN is not a finite number"
      })
  void pointsOutsideAreRefused(double x, String words) {
    assertThatThrownBy(() -> sphere(3, "sin(x)", "1").at("--at", x))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words);
  }

  @Test
  void whereTheMetricIsSingularNothingIsTold() {
    assertThatThrownBy(() -> sphere(3, "sin(x)*(x-1)^2", "1").at("--at", 1))
        .hasMessageContaining("--at: the metric is singular at x = 1.0, where the radius is 0.0");
    assertThatThrownBy(() -> of(SOLITON.formatted(3)).at("--at", 21))
        .hasMessageContaining("--at: must be between the pole, 0, and flow.time, 20.0");
  }
}
