package org.metricflows.symbolic.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.symbolic.expression.Expr;

class SimplifierTest {
  private final ExpressionParser parser = ExpressionParser.of("x", "y");
  private final Simplifier simplifier = Simplifier.within(Duration.ofSeconds(20));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(x^2-y^2)/(x+y) | x-y",
        "1/(1+x)+1/(1-x)-2/(1-x^2) | 0",
        "sin(2*x)/sin(x) | 2*cos(x)",
        "x*(1+x)-x-x^2 | 0",
        "x+y | x+y",
        "erf(x)^2/erf(x) | erf(x)",
        "1/(1+x)^2 | 1/(1+x)^2",
      })
  void cancelsAndFactors(String text, String simple) {
    Simplifier.Simplified result = simplifier.simplify(parser.parse(text));
    assertThat(result.complete()).isTrue();
    assertThat(result.value()).isEqualTo(parser.parse(simple));
  }

  @Test
  void whatTakesTooLongComesBackUnchangedAndMarked() {
    Expr swollen = parser.parse("((1+x+y+sin(x)+exp(y))^30-1)/(1+x*y)");
    Simplifier.Simplified result = Simplifier.within(Duration.ofMillis(50)).simplify(swollen);
    assertThat(result.complete()).isFalse();
    assertThat(result.value()).isEqualTo(swollen);
  }

  @Test
  void zeroIsProvedOrNot() {
    assertThat(simplifier.provesZero(parser.parse("x*(1+x)-x-x^2"))).isTrue();
    assertThat(simplifier.provesZero(parser.parse("x*(1+x)-x-x^3"))).isFalse();
    assertThat(simplifier.provesZero(parser.parse("1/(sin(x)^2+cos(x)^2-1)"))).isFalse();
  }
}
