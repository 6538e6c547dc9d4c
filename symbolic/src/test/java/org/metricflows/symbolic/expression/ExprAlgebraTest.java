package org.metricflows.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.symbolic.derivation.Derivation;

class ExprAlgebraTest {
  private final Symbol x = Expr.symbol("x");

  /** The number of operations of a tree, as an algebra. */
  private static final class Size implements ExprAlgebra<Integer> {
    @Override
    public Integer number(Rational value) {
      return 0;
    }

    @Override
    public Integer constant(Constant value) {
      return 0;
    }

    @Override
    public Integer sum(List<Integer> terms) {
      return product(terms);
    }

    @Override
    public Integer product(List<Integer> factors) {
      return factors.stream().mapToInt(Integer::intValue).sum() + factors.size() - 1;
    }

    @Override
    public Integer power(Integer base, Rational exponent) {
      return base + 1;
    }

    @Override
    public Integer power(Integer base, Integer exponent) {
      return base + exponent + 1;
    }

    @Override
    public Integer call(Fn fn, List<Integer> arguments) {
      return arguments.stream().mapToInt(Integer::intValue).sum() + 1;
    }
  }

  @Test
  void expressionsAreFoldedFromTheLeaves() {
    Expr e = Expr.sin(x.times(2)).pow(3).plus(Constant.PI).plus(x.pow(x));
    assertThat(new Size().evaluate(e, Map.of(x, 0))).isEqualTo(2 + 2 + 1 + 1 + 0);
  }

  @Test
  void linesUseTheValuesOfEarlierLines() {
    Derivation.Builder b = Derivation.builder();
    b.input("x");
    Expr s = b.define("s", x.pow(2));
    b.define("y", s.times(s.plus(1)));
    assertThat(b.build("y", "s", "x").evaluate(new Size(), List.of(0))).containsExactly(4, 1, 0);
  }

  @Test
  void missingValuesAreNamed() {
    assertThatThrownBy(() -> new Size().evaluate(x.plus(1), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbol x has no value");
    Derivation.Builder b = Derivation.builder();
    b.input("x");
    b.define("y", x.pow(2));
    assertThatThrownBy(() -> b.build("y").evaluate(new Size(), List.of()))
        .hasMessage("inputs: 0 values given for 1");
  }
}
