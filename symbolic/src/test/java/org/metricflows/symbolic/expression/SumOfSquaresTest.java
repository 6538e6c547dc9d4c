package org.metricflows.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.internal.door.ExpressionParser;

class SumOfSquaresTest {

  private static Expr parse(String formula) {
    return ExpressionParser.of(List.of("q", "t")).parse("loss.density", formula);
  }

  @ParameterizedTest
  @CsvSource({
    "(1-q)^2, 1",
    "log(q)^2, 1",
    "4*(q-1)^4, 1",
    "(q*log(q))^2, 1",
    "q^(-2), 1",
    "(q-1)^2 + 9*(t-3)^2/4, 2",
    "q^2 + t^2 + 1, 3"
  })
  void rootsSquaredAddUpToIt(String formula, int count) {
    List<Expr> roots = SumOfSquares.roots(parse(formula));
    assertThat(roots).hasSize(count);
    Expr sum = roots.stream().map(root -> root.pow(2)).reduce(Rational.ZERO, Expr::plus);
    assertThat(sum).isEqualTo(parse(formula));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q*log(q)", "q + t", "-(1-q)^2", "(q-1)^3", "(q-1)^2 - t^2", "abs(q)", "0"})
  void whatIsNoSumOfSquaresHasNoRoots(String formula) {
    assertThat(SumOfSquares.roots(parse(formula))).isEmpty();
  }
}
