package org.metricflows.symbolic.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

class DerivationTest {
  private final Symbol x = Expr.symbol("x");
  private final Symbol z = Expr.symbol("z");
  private final Symbol y = Expr.symbol("y");

  /** s = x sin z, y = s³ + s z. */
  private Derivation program() {
    Derivation.Builder b = Derivation.builder();
    b.input("x");
    b.input("z");
    Expr s = b.define("s", "s", Expr.sin(z).times(x));
    b.define("y", "y", s.pow(3).plus(s.times(z)));
    return b.build("y");
  }

  @Test
  void theGradientExpandsToTheDerivativesOfTheExpandedOutput() {
    Expr closed = program().expand(y, 1000);
    Derivation gradient = Gradient.of(program(), y, List.of(x, z));
    assertThat(gradient.outputs()).extracting(Symbol::name).containsExactly("y", "adjx", "adjz");
    for (Symbol v : List.of(x, z)) {
      Expr adjoint = gradient.expand(Expr.symbol("adj" + v.name()), 1000);
      assertThat(difference(adjoint, closed.differentiate(v))).isLessThan(1e-14);
    }
  }

  @Test
  void directionalDerivativesAgreeWithTheGradient() {
    Derivation forward =
        Directional.of(program(), Map.of(x, Expr.of(2), z, Expr.of(-3)), List.of());
    Expr dot = forward.expand(Expr.symbol("doty"), 1000);
    Expr closed = program().expand(y, 1000);
    Expr expected = closed.differentiate(x).times(2).minus(closed.differentiate(z).times(3));
    assertThat(difference(dot, expected)).isLessThan(1e-14);
  }

  @Test
  void jetsOfCompositionsAreDerivativesOfTheComposition() {
    List<Symbol> coordinates = List.of(x, z);
    Expr f = x.pow(2).times(z);
    Expr g = z.plus(x);
    Jet product = Jet.of(f, coordinates, 2).times(Jet.of(g, coordinates, 2));
    Jet composed = product.compose(Expr::sin);
    Jet direct = Jet.of(Expr.sin(f.times(g)), coordinates, 2);
    for (int c = 0; c < 6; c++) {
      assertThat(difference(composed.coefficients().get(c), direct.coefficients().get(c)))
          .isLessThan(1e-14);
    }
  }

  @Test
  void linesWithoutUseAreDroppedAndZerosVanish() {
    Derivation.Builder b = Derivation.builder();
    b.input("x");
    Expr zero = b.define("zero", x.minus(x));
    b.define("unused", x.pow(2));
    b.define("y", x.pow(3).plus(zero));
    Derivation y = b.build("y", "zero");
    assertThat(y.withOutputs(List.of(this.y)).print(Dialect.TEXT)).containsExactly("y = x^3");
    assertThat(y.print(Dialect.TEXT)).contains("zero = 0");
  }

  @Test
  void aLineThatUsesAnUndefinedNameIsRefused() {
    Definition line = new Definition(y, "y", x.plus(z));
    List<Input> inputs = List.of(new Input(x, "x"));
    assertThatThrownBy(() -> new Derivation(inputs, List.of(line), List.of(y)))
        .hasMessageContaining("z is used in y before its definition");
  }

  @Test
  void expansionHasABudget() {
    Derivation.Builder b = Derivation.builder();
    Expr v = b.input("x");
    for (int i = 0; i < 40; i++) {
      v = b.define("v" + i, v.times(Expr.sin(v)));
    }
    Derivation swelling = b.build("v39");
    assertThatThrownBy(() -> swelling.expand(Expr.symbol("v39"), 10_000))
        .isInstanceOf(IllegalStateException.class);
  }

  private double difference(Expr a, Expr b) {
    Map<Symbol, Double> at = Map.of(x, 0.7, z, -1.3);
    return Math.abs(Numbers.evaluate(a, at) - Numbers.evaluate(b, at));
  }
}
