package org.metricflows.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExprTest {
  private final Symbol x = Expr.symbol("x");
  private final Symbol y = Expr.symbol("y");

  @Test
  void sumsAndProductsDoNotDependOnTheOrderOfTheirOperands() {
    assertThat(x.plus(y).plus(1)).isEqualTo(Expr.of(1).plus(y).plus(x));
    assertThat(x.times(y).times(3)).isEqualTo(Expr.of(3).times(y).times(x));
  }

  @Test
  void likeTermsAndPowersOfOneBaseAreCollected() {
    assertThat(x.plus(x)).isEqualTo(x.times(2));
    assertThat(x.times(y).minus(y.times(x))).isEqualTo(Rational.ZERO);
    assertThat(x.pow(3).over(x)).isEqualTo(x.pow(2));
    assertThat(Expr.sqrt(x).times(Expr.sqrt(x))).isEqualTo(x);
  }

  @Test
  void numbersAreExact() {
    assertThat(Rational.of(0.1).add(Rational.of(0.2))).isEqualTo(Rational.of(3, 10));
    assertThat(Expr.sqrt(Rational.of(9, 4))).isEqualTo(Rational.of(3, 2));
    assertThatThrownBy(() -> Rational.ONE.over(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void derivativesFollowTheRules() {
    Expr f = Expr.sin(x).times(x);
    assertThat(f.differentiate(x)).isEqualTo(Expr.cos(x).times(x).plus(Expr.sin(x)));
    assertThat(Expr.exp(x.pow(2)).differentiate(x)).isEqualTo(Expr.exp(x.pow(2)).times(x).times(2));
    assertThat(Expr.log(x).differentiate(x)).isEqualTo(x.pow(-1));
    assertThat(x.pow(y).differentiate(y)).isEqualTo(x.pow(y).times(Expr.log(x)));
    assertThat(Call.of(Fn.ATAN2, y, x).differentiate(y)).isEqualTo(x.over(x.pow(2).plus(y.pow(2))));
  }

  @Test
  void derivativesOfSubstitutedExpressionsObeyTheChainRule() {
    Expr f = Expr.sin(x).pow(2);
    Expr inner = y.pow(3);
    Expr direct = f.substitute(Map.of(x, inner)).differentiate(y);
    Expr chained = f.differentiate(x).substitute(Map.of(x, inner)).times(inner.differentiate(y));
    assertThat(direct).isEqualTo(chained);
  }

  @Test
  void printsInFourLanguages() {
    Expr f = Expr.sin(x).pow(2).over(3).minus(y.over(x.plus(1))).plus(Expr.sqrt(y));
    assertThat(Dialect.TEXT.print(f)).isEqualTo("sqrt(y)-y/(1+x)+sin(x)^2/3");
    assertThat(Dialect.SYMJA.print(f)).isEqualTo("Sqrt[y]-y/(1+x)+Sin[x]^2/3");
    assertThat(Dialect.SYMPY.print(f)).isEqualTo("sqrt(y)-y/(1+x)+sin(x)**2/3");
    assertThat(Dialect.LATEX.print(f))
        .isEqualTo("\\sqrt{y}-\\frac{y}{1+x}+\\frac{{\\sin\\left(x\\right)}^{2}}{3}");
  }

  @Test
  void negativeAndNestedOperandsAreParenthesised() {
    assertThat(Dialect.TEXT.print(x.minus(y).pow(2))).isEqualTo("(x-y)^2");
    assertThat(Dialect.TEXT.print(x.pow(y.negate()))).isEqualTo("x^(-y)");
    assertThat(Dialect.TEXT.print(Expr.product(List.of(Expr.of(-2), x, y)))).isEqualTo("-2*x*y");
    assertThat(Dialect.TEXT.print(Rational.ONE.over(x.times(y)))).isEqualTo("1/(x*y)");
  }
}
