package org.metricflows.bridge.internal.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Chart;
import org.metricflows.symbolic.geometry.MetricTensor;
import org.metricflows.symbolic.internal.door.ExpressionParser;

class CurvatureReportTest {

  static Stream<Named<JsonNode>> reference() throws IOException {
    try (InputStream in = CurvatureReportTest.class.getResourceAsStream("curvature.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .map(c -> Named.of(c.get("name").asText(), c));
    }
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithTheReference(JsonNode reference) {
    double[] point = numbers(reference.get("point"));
    CurvatureNumbers here = CurvatureReport.of(metric(reference)).at("--at", point);
    compare(reference, "scalar", here);
    compare(reference, "ricci", here);
    compare(reference, "kretschmann", here);
    compare(reference, "christoffel", here);
  }

  private static void compare(JsonNode reference, String key, CurvatureNumbers here) {
    JsonNode seen = new ObjectMapper().valueToTree(here.toTree().get(key));
    double[] actual = numbers(seen);
    double[] expected = numbers(reference.get(key));
    double scale = 1;
    for (double e : expected) {
      scale = Math.max(scale, Math.abs(e));
    }
    // what the project promises
    assertThat(actual).as(key).containsExactly(expected, within(1e-11 * scale));
  }

  private static double[] numbers(JsonNode node) {
    if (node.isNumber()) {
      return new double[] {node.asDouble()};
    }
    List<Double> all = new ArrayList<>();
    node.forEach(
        n -> {
          for (double x : numbers(n)) {
            all.add(x);
          }
        });
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static MetricTensor metric(JsonNode reference) {
    List<String> coordinates = new ArrayList<>();
    reference.get("coordinates").forEach(c -> coordinates.add(c.asText()));
    ExpressionParser parser = ExpressionParser.of(coordinates);
    List<List<Expr>> rows = new ArrayList<>();
    for (JsonNode row : reference.get("metric")) {
      List<Expr> entries = new ArrayList<>();
      row.forEach(e -> entries.add(parser.parse(e.asText())));
      rows.add(entries);
    }
    return new MetricTensor(Chart.of(coordinates), rows);
  }

  static CurvatureReport diagonal(String coordinates, String... entries) {
    List<String> names = List.of(coordinates.split(","));
    ExpressionParser parser = ExpressionParser.of(names);
    List<List<Expr>> rows = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < entries.length; j++) {
        row.add(i == j ? parser.parse(entries[i]) : Rational.ZERO);
      }
      rows.add(row);
    }
    return CurvatureReport.of(new MetricTensor(Chart.of(names), rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "th,ph | 1;sin(th)^2 | 0;0.3 | singular at (0.0, 0.3)",
        "x,y | log(x);1 | -1;0 | not defined at (-1.0, 0.0)",
        "x,y | 1/x;1 | 0;0 | not defined at (0.0, 0.0)",
        "x,y | 1+sqrt(x);1+y | 0;0 | not finite at (0.0, 0.0)",
        "x,y | 1;1 | 0 | 1 numbers, 2 expected",
        "x,y | 1;1 | 0;NaN | --at: NaN",
      })
  void badPointsAreRefusedByName(String names, String entries, String at, String complaint) {
    CurvatureReport report = diagonal(names, entries.split(";"));
    double[] point = Stream.of(at.split(";")).mapToDouble(Double::parseDouble).toArray();
    assertThatThrownBy(() -> report.at("--at", point))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--at: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void coordinatesMayBeCalledLikeLinesOfTheDerivation() {
    CurvatureNumbers here = diagonal("g11,Ric12", "1", "sin(g11)^2").at("--at", 0.7, 0.3);
    assertThat(here.number("scalar")).isCloseTo(2, within(1e-12));
  }

  @Test
  void constantComponentsAndSixDimensions() {
    CurvatureNumbers flat = diagonal("x,y", "Pi", "2").at("--at", 0.7, 0.3);
    assertThat(flat.number("determinant")).isCloseTo(2 * Math.PI, within(1e-14));
    assertThat(flat.number("kretschmann")).isZero();
    String sphere = "1/(1+(a^2+b^2+c^2+d^2+e^2+f^2)/4)^2";
    CurvatureNumbers round =
        diagonal("a,b,c,d,e,f", sphere, sphere, sphere, sphere, sphere, sphere)
            .at("--at", 0.1, 0.2, -0.3, 0.4, 0.5, 0.6);
    assertThat(round.number("scalar")).isCloseTo(30, within(1e-10));
    assertThat(round.number("weyl_squared")).isCloseTo(0, within(1e-9));
  }

  @Test
  void formulasStandInTheShapeOfTheNumbers() {
    CurvatureReport report = diagonal("t,r,th,ph", "-(1-2/r)", "1/(1-2/r)", "r^2", "r^2*sin(th)^2");
    CurvatureFormulas formulas = report.formulas(Duration.ofSeconds(30));
    JsonNode tree = new ObjectMapper().valueToTree(formulas.toTree());
    assertThat(tree.get("kretschmann").asText()).isEqualTo("48/r^6");
    assertThat(tree.get("christoffel").get(3).get(2).get(3).asText()).isEqualTo("cos(th)/sin(th)");
    assertThat(tree.get("riemann").get(0).get(1).get(1).get(0).asText()).isEqualTo("2/r^3");
    for (JsonNode row : tree.get("ricci")) {
      assertThat(row).allSatisfy(entry -> assertThat(entry.asText()).isEqualTo("0"));
    }
    assertThat(tree.get("definitions").isEmpty()).isTrue();
    assertThat(formulas.lines())
        .contains("R = 0", "Ricci tensor: zero", "  Gamma^ph_{th,ph} = cos(th)/sin(th)");
  }

  @Test
  void whatIsNotSimplifiedInTimeIsExplained() {
    CurvatureFormulas formulas =
        diagonal("x,y", "1+x^2*y", "2+y^2*x").formulas(Duration.ofNanos(1));
    assertThat(formulas.scalar("scalar")).isEqualTo("Rscal");
    JsonNode tree = new ObjectMapper().valueToTree(formulas.toTree());
    assertThat(tree.get("definitions").has("Rscal")).isTrue();
    assertThat(formulas.lines()).contains("where, not simplified in the time given:");
  }

  @Test
  void parametersStayInFormulasAndHaveValuesInNumbers() {
    ExpressionParser parser = ExpressionParser.of("x", "y", "k");
    Expr factor = parser.parse("4/(1+k*(x^2+y^2))^2");
    MetricTensor metric =
        new MetricTensor(
            Chart.of("x", "y"),
            List.of(List.of(factor, Rational.ZERO), List.of(Rational.ZERO, factor)));
    CurvatureReport report = CurvatureReport.of(metric);
    assertThat(report.formulas(Duration.ofSeconds(30)).scalar("scalar")).isEqualTo("2*k");
    assertThatThrownBy(() -> report.at("--at", 0.1, 0.2))
        .hasMessage("--at: numbers need a value of each parameter, [k] has none");
    CurvatureReport valued = report.withParameters(Map.of(new Symbol("k"), Expr.of(-1)));
    assertThat(valued.at("--at", 0.1, 0.2).number("scalar")).isCloseTo(-2, within(1e-12));
  }
}
