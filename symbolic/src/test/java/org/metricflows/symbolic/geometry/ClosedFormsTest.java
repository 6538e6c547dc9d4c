package org.metricflows.symbolic.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;

class ClosedFormsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SIGMA = "(r^2+a^2*cos(th)^2)";

  private static MetricTensor metric(String names, String parameters, String... upper) {
    List<String> coordinates = List.of(names.split(","));
    List<String> declared = new ArrayList<>(coordinates);
    declared.addAll(parameters.isEmpty() ? List.of() : List.of(parameters.split(",")));
    ExpressionParser parser = ExpressionParser.of(declared);
    int d = coordinates.size();
    List<List<Expr>> rows = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        int low = Math.min(i, j);
        int index =
            upper.length == d
                ? (i == j ? i : -1)
                : low * d - low * (low - 1) / 2 + Math.max(i, j) - low;
        row.add(index < 0 ? Rational.ZERO : parser.parse(upper[index]));
      }
      rows.add(row);
    }
    return new MetricTensor(Chart.of(coordinates), rows);
  }

  private static MetricTensor kerr() {
    String mixed = "-2*M*a*r*sin(th)^2/" + SIGMA;
    String angle = "sin(th)^2*(r^2+a^2+2*M*a^2*r*sin(th)^2/" + SIGMA + ")";
    return metric(
        "t,r,th,ph",
        "M,a",
        "-(1-2*M*r/" + SIGMA + ")",
        "0",
        "0",
        mixed,
        SIGMA + "/(r^2-2*M*r+a^2)",
        "0",
        "0",
        SIGMA,
        "0",
        angle);
  }

  @Test
  void theKerrMetricIsRicciFlatWithItsMassAndSpinAsSymbols() {
    ClosedForms forms = ClosedForms.of(kerr(), LONG);
    Curvature c = forms.curvature();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(forms.of(c.ricci(i, j))).isEqualTo(Rational.ZERO);
        assertThat(forms.of(c.einstein(i, j))).isEqualTo(Rational.ZERO);
      }
    }
    Expr kretschmann = forms.of(c.kretschmann());
    String known =
        "48*M^2*(r^2-a^2*cos(th)^2)*((r^2+a^2*cos(th)^2)^2-16*r^2*a^2*cos(th)^2)"
            + "/(r^2+a^2*cos(th)^2)^6";
    Map<Symbol, Double> at =
        Map.of(
            new Symbol("r"),
            3.1,
            new Symbol("th"),
            0.8,
            new Symbol("M"),
            1.2,
            new Symbol("a"),
            0.7);
    Evaluation values = new Evaluation(Derivation.builder().build(), at);
    double expected = values.of(ExpressionParser.of("r", "th", "M", "a").parse(known));
    assertThat(values.of(kretschmann)).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    assertThat(forms.definitions()).isEmpty();
    assertThat(forms.probableZeros()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // coordinates | diagonal | R | Kretschmann
        "th,ph | 1;sin(th)^2 | 2 | 4",
        "x,y | 1/y^2;1/y^2 | -2 | 4",
        "u,v | 1;(3+cos(u))^2 | 2*cos(u)/(3+cos(u)) | 4*cos(u)^2/(3+cos(u))^2",
        "x,y | 1/(1+x^2+y^2);1/(1+x^2+y^2) | 4/(1+x^2+y^2) | 16/(1+x^2+y^2)^2",
        "t,r,th,ph | -(1-2/r);1/(1-2/r);r^2;r^2*sin(th)^2 | 0 | 48/r^6",
        "t,x,y,z | -1;exp(2*t);exp(2*t);exp(2*t) | 12 | 24",
        "t,x,y,z | -1;t;t;t | 0 | 3/(2*t^4)",
        "r,th,ph | 1;sinh(r)^2;sinh(r)^2*sin(th)^2 | -6 | 12",
        "r,ph | 1;tanh(r)^2 | 4/cosh(r)^2 | 16/cosh(r)^4",
        "x,y | 1+tan(x)^2;1 | 0 | 0",
        "x,y | sqrt(1+x^2);sqrt(1+x^2) | (x-1)*(1+x)/sqrt(1+x^2)^5 | (x-1)^2*(1+x)^2/(1+x^2)^5",
        "a,b,c | 1;cos(a)^2;sin(a)^2 | 6 | 12",
        "x,y | 2;3 | 0 | 0",
        "x | 1+x^2 | 0 | 0",
        "r,ph | 1;(2+sin(r)+cos(r))^2 | 2*(sin(r)+cos(r))/(2+sin(r)+cos(r))"
            + " | 4*(sin(r)+cos(r))^2/(2+sin(r)+cos(r))^2",
        "x,y | 1+sqrt(x^2+y^2);1+sqrt(x^2+y^2) | -1/((1+sqrt(x^2+y^2))^3*sqrt(x^2+y^2))"
            + " | 1/((1+sqrt(x^2+y^2))^6*(x^2+y^2))",
        "x,y | 1;x^(2/3) | 4/(9*x^2) | 16/(81*x^4)",
        "x,y | exp(2*log(x));1 | 0 | 0",
      })
  void scalarsOfKnownMetrics(String names, String entries, String r, String kretschmann) {
    ClosedForms forms = ClosedForms.of(metric(names, "", entries.split(";")), LONG);
    ExpressionParser parser = ExpressionParser.of(names.split(","));
    // the printed forms: squares of cosh may read as 1 + sinh²
    assertThat(forms.of(forms.curvature().scalar()))
        .satisfiesAnyOf(
            e -> assertThat(e).isEqualTo(parser.parse(r)),
            e -> assertThat(sameNumber(e, parser.parse(r), names)).isTrue());
    assertThat(
            sameNumber(forms.of(forms.curvature().kretschmann()), parser.parse(kretschmann), names))
        .isTrue();
    assertThat(forms.definitions()).isEmpty();
  }

  private static boolean sameNumber(Expr a, Expr b, String names) {
    Map<Symbol, Double> at = new HashMap<>();
    for (String name : names.split(",")) {
      at.put(new Symbol(name), 0.6 + 0.1 * at.size());
    }
    Evaluation values = new Evaluation(Derivation.builder().build(), at);
    // formulas of a few operations each
    return Math.abs(values.of(a) - values.of(b)) <= 1e-13 * Math.max(1, Math.abs(values.of(b)));
  }

  @Test
  void twoOfThemReadAsInTextbooks() {
    ClosedForms hole =
        ClosedForms.of(
            metric("t,r,th,ph", "", "-(1-2/r)", "1/(1-2/r)", "r^2", "r^2*sin(th)^2"), LONG);
    assertThat(hole.of(hole.curvature().kretschmann())).hasToString("48/r^6");
    ClosedForms sphere = ClosedForms.of(metric("th,ph", "", "1", "sin(th)^2"), LONG);
    assertThat(sphere.of(sphere.curvature().ricci(1, 1))).hasToString("sin(th)^2");
    assertThat(sphere.of(sphere.curvature().gamma(1, 0, 1))).hasToString("cos(th)/sin(th)");
  }

  @Test
  void chargedBlackHolesAreSourcedByTheirField() {
    String f = "(1-2*M/r+q^2/r^2)";
    ClosedForms forms =
        ClosedForms.of(metric("t,r,th,ph", "M,q", "-" + f, "1/" + f, "r^2", "r^2*sin(th)^2"), LONG);
    Curvature c = forms.curvature();
    assertThat(forms.of(c.scalar())).isEqualTo(Rational.ZERO);
    assertThat(forms.of(c.einstein(2, 2))).hasToString("q^2/r^2");
    assertThat(forms.of(c.ricciSquared())).hasToString("4*q^4/r^8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kerr | 60000",
        // generic metrics: some lines stay names
        "2+sin(x+2*y)/3;x*z/5;cos(y)/7;3/2+x^2/4;exp(-z)/6;5/2+cos(x*z)/4 | 60000",
        "2+sin(x+2*y)/3;x*z/5;cos(y)/7;3/2+x^2/4;exp(-z)/6;5/2+cos(x*z)/4 | 1",
        "1+y^2;x;0;2;log(2+x)/9;3+atan(y) | 60000",
        "2+max(x,0);abs(y)/8;0;2;step(x)/9;3+erf(y) | 60000",
        "2+softplus(x);tanh(y)/8;0;2;cosh(x)/9;3+x^(1/3) | 60000",
      })
  void closedFormsHaveTheValuesOfTheDerivation(String entries, long milliseconds) {
    MetricTensor metric =
        entries.equals("kerr")
            ? kerr().substitute(Map.of(new Symbol("M"), Expr.of(1), new Symbol("a"), Rational.HALF))
            : metric("x,y,z", "", entries.split(";"));
    List<Symbol> x = metric.chart().coordinates();
    ClosedForms forms = ClosedForms.of(metric, Duration.ofMillis(milliseconds));
    Map<Symbol, Double> at = new HashMap<>();
    double[] point = {0.9, 2.7, 0.6, 0.4};
    for (int i = 0; i < x.size(); i++) {
      at.put(x.get(i), point[i]);
    }
    Derivation.Builder builder = Derivation.builder();
    x.forEach(s -> builder.input(s.name()));
    Curvature direct = Curvature.of(builder, metric.jet().define(builder));
    List<Expr> expected = handles(direct);
    Evaluation reference = new Evaluation(builder.build(), at);
    List<Expr> closed = handles(forms.curvature()).stream().map(forms::of).toList();
    Map<Symbol, Double> known = new HashMap<>(at);
    for (Definition line : forms.definitions()) {
      known.put(line.name(), new Evaluation(Derivation.builder().build(), known).of(line.value()));
    }
    Evaluation values = new Evaluation(Derivation.builder().build(), known);
    for (int i = 0; i < closed.size(); i++) {
      double want = reference.of(expected.get(i));
      // expanded polynomials cancel more digits than the derivation does
      assertThat(values.of(closed.get(i)))
          .as(closed.get(i).toString())
          .isCloseTo(want, within(1e-9 * Math.max(1, Math.abs(want))));
    }
  }

  private static List<Expr> handles(Curvature c) {
    int d = c.dimension();
    List<Expr> all = new ArrayList<>(List.of(c.det(), c.scalar(), c.kretschmann()));
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        all.addAll(List.of(c.ginv(i, j), c.ricci(i, j), c.einstein(i, j)));
        for (int k = 0; k < d; k++) {
          all.add(c.gamma(i, j, k));
          all.add(c.riemann(i, j, k, (i + 1) % d));
          all.add(c.weyl(i, j, k, (i + 1) % d));
        }
      }
    }
    return all;
  }

  @Test
  void zerosAreFoundWhereNormalFormsAreNot() {
    // flat space in coordinates that make every component long
    List<String> names = List.of("x", "y", "z");
    ExpressionParser parser = ExpressionParser.of(names);
    List<Expr> image =
        List.of(
            parser.parse("x+sin(y)*z^2/3+y^3*x/7"),
            parser.parse("y+cos(z)*x/5+x^2*z"),
            parser.parse("z+exp(x)*y/4+sin(x*y)"));
    List<List<Expr>> rows = new ArrayList<>();
    for (String i : names) {
      List<Expr> row = new ArrayList<>();
      for (String j : names) {
        row.add(
            Expr.sum(
                image.stream()
                    .map(f -> f.differentiate(new Symbol(i)).times(f.differentiate(new Symbol(j))))
                    .toList()));
      }
      rows.add(row);
    }
    ClosedForms forms =
        ClosedForms.of(new MetricTensor(Chart.of(names), rows), Duration.ofMillis(1500));
    assertThat(forms.of(forms.curvature().scalar())).isEqualTo(Rational.ZERO);
    assertThat(forms.of(forms.curvature().ricci(0, 1))).isEqualTo(Rational.ZERO);
    assertThat(forms.probableZeros()).contains(new Symbol("Rscal"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,y | 1;0;0",
        "x,y | x^2;x*y;y^2",
        "x,y | sin(x)^2;sin(2*x)/2;cos(x)^2",
      })
  void degenerateMetricsAreRefused(String names, String upper) {
    assertThatThrownBy(() -> ClosedForms.of(metric(names, "", upper.split(";")), LONG))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("metric.background: the metric is degenerate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // null coordinates; Eddington and Finkelstein's; Goedel's universe; a wormhole; Kasner's
        "u,v | 0;1;0 | 0",
        "v,r,th,ph | -(1-2/r);1;0;0;0;0;0;r^2;0;r^2*sin(th)^2 | 0",
        "t,x,y,z | -1;0;-exp(x);0;1;0;0;-exp(2*x)/2;0;1 | -1",
        "t,r,th,ph | -1;0;0;0;1;0;0;1+r^2;0;(1+r^2)*sin(th)^2 | -2/(1+r^2)^2",
        "t,x,y,z | -1;0;0;0;t^(4/3);0;0;t^(4/3);0;t^(-2/3) | 0",
      })
  void scalarsOfSpacetimes(String names, String upper, String r) {
    ClosedForms forms = ClosedForms.of(metric(names, "", upper.split(";")), LONG);
    assertThat(forms.of(forms.curvature().scalar()))
        .isEqualTo(ExpressionParser.of(names.split(",")).parse(r));
  }

  @Test
  void theRoundSixSphere() {
    String entries =
        "1;sin(a)^2;sin(a)^2*sin(b)^2;sin(a)^2*sin(b)^2*sin(c)^2;"
            + "sin(a)^2*sin(b)^2*sin(c)^2*sin(d)^2;sin(a)^2*sin(b)^2*sin(c)^2*sin(d)^2*sin(e)^2";
    ClosedForms forms = ClosedForms.of(metric("a,b,c,d,e,f", "", entries.split(";")), LONG);
    assertThat(forms.of(forms.curvature().scalar())).hasToString("30");
    assertThat(forms.of(forms.curvature().weyl(0, 1, 0, 1))).isEqualTo(Rational.ZERO);
  }
}
