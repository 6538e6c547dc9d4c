package org.metricflows.symbolic.internal.rational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.door.PolynomialFactors;

class NormalFormTest {
  private final ExpressionParser parser = ExpressionParser.of("x", "y", "z", "n");
  private final Map<Symbol, Double> point =
      Map.of(
          new Symbol("x"), 0.7, new Symbol("y"), 1.3, new Symbol("z"), 0.4, new Symbol("n"), 2.5);

  private static NormalForm forms(Expr... expressions) {
    return NormalForm.of(
        List.of(expressions), new PolynomialFactors(), Budget.of(Duration.ofSeconds(20), 5000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(x+y)^2 - x^2 - 2*x*y - y^2",
        "1/(x-y) + 1/(x+y) - 2*x/(x^2-y^2)",
        "sin(x)^2 + cos(x)^2 - 1",
        "sin(2*x) - 2*sin(x)*cos(x)",
        "cos(x/2)^2 - (1+cos(x))/2",
        "sin(x+y) - sin(x)*cos(y) - cos(x)*sin(y)",
        "cos(3*x-2*y) - cos(3*x)*cos(2*y) - sin(3*x)*sin(2*y)",
        "sin(2*(x+y)) - 2*sin(x+y)*cos(x+y)",
        "tan(x) - sin(x)/cos(x)",
        "tan(2*x) - 2*tan(x)/(1-tan(x)^2)",
        "1/(2+sin(x)) - (2-sin(x))/(3+cos(x)^2)",
        "1/((2+sin(x))*(3+cos(x))) - 1/(6+3*sin(x)+2*cos(x)+sin(2*x)/2)",
        "sin(Pi/2+x) - cos(x)",
        "cos(Pi-x) + cos(x)",
        "cosh(x)^2 - sinh(x)^2 - 1",
        "sinh(x) - (exp(x)-exp(-x))/2",
        "tanh(x) - (exp(2*x)-1)/(exp(2*x)+1)",
        "sinh(2*x) - 2*sinh(x)*cosh(x)",
        "tanh(x/2) - sinh(x)/(1+cosh(x))",
        "exp(x+y) - exp(x)*exp(y)",
        "exp(x/2)^2 - E^x",
        "exp(2*x+1) - E*exp(x)^2",
        "sqrt(1+x^2)^2 - 1 - x^2",
        "1/sqrt(x) - sqrt(x)/x",
        "x^(3/2) - x*sqrt(x)",
        "(x^(1/4))^2 - sqrt(x)",
        "1/(1+sqrt(x)) - (1-sqrt(x))/(1-x)",
        "sqrt(x^2-2*x+1)^2 - (x-1)^2",
        "sqrt((x+1)^2) - sqrt(x^2+2*x+1)",
        "x^(n+1) - x*x^n",
        "x^(2*n) - (x^n)^2",
        "abs(x)^2 - x^2",
        "sign(x)*abs(x) - x",
        "log(x)*(1+x) - log(x) - x*log(x)",
        "(1-cos(x)^2)/sin(x) - sin(x)",
      })
  void identitiesHaveTheNormalFormZeroAndTheirTwinsHaveNot(String identity) {
    Expr e = parser.parse(identity);
    Expr twin = e.plus(Expr.symbol("x").over(7));
    NormalForm forms = forms(e, twin);
    assertThat(Numbers.evaluate(e, point)).as("an identity").isCloseTo(0, within(1e-14));
    assertThat(forms.read(e).isZero()).isTrue();
    assertThat(forms.read(twin).isZero()).isFalse();
    assertThat(forms.write(forms.read(twin))).isEqualTo(Expr.symbol("x").over(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(2*x) - 2*sin(x)*cos(x)", "1/(2+sin(x)) - (2-sin(x))/(3+cos(x)^2)",
        "1/(1+sqrt(x)) - (1-sqrt(x))/(1-x)", "tanh(x) - (exp(2*x)-1)/(exp(2*x)+1)",
      })
  void randomPointsModuloAPrimeDecideAlike(String identity) {
    Expr e = parser.parse(identity);
    Expr twin = e.plus(Expr.symbol("x").over(1000));
    NormalForm forms = forms(e, twin);
    assertThat(forms.vanishes(new Symbol("a"), e)).contains(true);
    assertThat(forms.vanishes(new Symbol("b"), twin)).contains(false);
    assertThat(forms.vanishes(new Symbol("c"), parser.parse("1/x").over(e))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2+2*x+1 | (1+x)^2",
        "(x^2-y^2)/(x-y) | x+y",
        "1/x+1/y | (x+y)/(x*y)",
        "1-cos(x)^2 | sin(x)^2",
        "1/(1-cos(x)^2)^2 | 1/sin(x)^4",
        "cos(x)/sin(x)^3*(1-cos(x)^2) | cos(x)/sin(x)",
        "cosh(x)^2-1 | sinh(x)^2",
        "4-9*sin(x)^2 | (2-3*sin(x))*(2+3*sin(x))",
        "7/(3+cos(x))^2*(9+6*cos(x)+cos(x)^2) | 7",
        "exp(2*x)/exp(y) | exp(2*x)*exp(-y)",
        "tan(x)^2+1 | 1+tan(x)^2",
        "9/4-5/4*x^2*y | (9-5*x^2*y)/4",
      })
  void writesFactoredForms(String text, String simple) {
    Expr e = parser.parse(text);
    NormalForm forms = forms(e);
    Expr written = forms.write(forms.read(e));
    assertThat(Numbers.evaluate(written, point))
        .isCloseTo(Numbers.evaluate(e, point), within(1e-13));
    assertThat(written.toString())
        .hasSizeLessThanOrEqualTo(parser.parse(simple).toString().length());
    assertThat(forms.read(written.minus(parser.parse(simple))).isZero()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void arithmeticObeysTheLawsOfAField(long seed) {
    Random random = new Random(seed);
    Expr f = randomExpression(random, 4);
    Expr g = randomExpression(random, 4);
    NormalForm forms = forms(f, g);
    assertThat(forms.read(f.plus(g).times(f.minus(g)).minus(f.pow(2)).plus(g.pow(2))).isZero())
        .isTrue();
    RationalFunction product = forms.read(f.times(g));
    assertThat(product).isEqualTo(forms.read(g.times(f)));
    double direct = Numbers.evaluate(f.times(g), point);
    // a handful of operations on numbers of ordinary size, some nearly cancelling
    assertThat(Numbers.evaluate(forms.write(product), point))
        .isCloseTo(direct, within(1e-10 * Math.max(1, Math.abs(direct))));
    if (!product.isZero()) {
      Expr ratio = f.times(g).over(g);
      assertThat(forms.read(ratio.minus(f)).isZero()).isTrue();
    }
  }

  private Expr randomExpression(Random random, int depth) {
    List<String> leaves =
        List.of("x", "y", "2", "3/5", "sin(x)", "cos(x)", "exp(y/2)", "sqrt(1+y^2)", "cosh(z)");
    if (depth == 0) {
      return parser.parse(leaves.get(random.nextInt(leaves.size())));
    }
    Expr a = randomExpression(random, depth - 1);
    Expr b = randomExpression(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> a.plus(b);
      case 1 -> a.minus(b.times(2));
      case 2 -> a.times(parser.parse(leaves.get(random.nextInt(leaves.size()))));
      case 3 -> a.over(parser.parse("1+x^2"));
      default -> a.plus(b).over(parser.parse("2+sin(x)"));
    };
  }

  @Test
  void whatOutgrowsTheBudgetSaysSo() {
    List<Expr> terms = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      terms.add(Expr.symbol(name));
    }
    Expr large = Expr.sum(terms).plus(1).pow(12);
    NormalForm forms =
        NormalForm.of(
            List.of(large), new PolynomialFactors(), Budget.of(Duration.ofSeconds(20), 500));
    assertThatThrownBy(() -> forms.read(large)).isInstanceOf(BudgetException.class);
    NormalForm late =
        NormalForm.of(List.of(large), new PolynomialFactors(), Budget.of(Duration.ZERO, 500));
    assertThatThrownBy(() -> late.read(large)).isInstanceOf(BudgetException.class);
  }

  @Test
  void divisionByAHiddenZeroIsNoticed() {
    Expr e = parser.parse("1/(sin(x)^2+cos(x)^2-1)");
    assertThatThrownBy(() -> forms(e).read(e)).isInstanceOf(ArithmeticException.class);
  }
}
