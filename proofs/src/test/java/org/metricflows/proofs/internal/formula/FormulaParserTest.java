package org.metricflows.proofs.internal.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Rational;

/** The notation that theorems are written in. */
class FormulaParserTest {

  private static Formula read(String latex) {
    return Equation.parse(latex + " = 0").left();
  }

  private static Index lower(String label) {
    return new Index(label, false);
  }

  private static Index upper(String label) {
    return new Index(label, true);
  }

  @Test
  void indicesKeepTheirOrderAndHeight() {
    assertThat(read("R^a{}_{bcd}"))
        .isEqualTo(
            new Formula.Reference("R", List.of(upper("a"), lower("b"), lower("c"), lower("d"))));
    assertThat(read("\\hat g_{i\\bar b}"))
        .isEqualTo(new Formula.Reference("\\hat g", List.of(lower("i"), lower("\\bar b"))));
  }

  @Test
  void numbersInSuperscriptsAreExponents() {
    assertThat(read("f^2"))
        .isEqualTo(new Formula.Power(new Formula.Reference("f", List.of()), Formula.of(2)));
    assertThat(read("g_{12}"))
        .isEqualTo(new Formula.Reference("g", List.of(lower("1"), lower("2"))));
  }

  @Test
  void operatorsTakeTheNextFactor() {
    Formula f = new Formula.Reference("f", List.of());
    Formula u = new Formula.Reference("u", List.of());
    assertThat(read("\\nabla_a\\nabla^b f\\,u"))
        .isEqualTo(
            new Formula.Product(
                List.of(
                    new Formula.Covariant(lower("a"), new Formula.Covariant(upper("b"), f)), u)));
    assertThat(read("\\delta(f u)"))
        .isEqualTo(new Formula.Variation(new Formula.Product(List.of(f, u))));
    assertThat(read("\\delta^i_j"))
        .isEqualTo(new Formula.Reference("\\delta", List.of(upper("i"), lower("j"))));
  }

  @ParameterizedTest
  @CsvSource({
    "\\tfrac12, 1/2",
    "\\frac{3}{4}, 3/4",
    "-\\tfrac{1}{3}, -1/3",
    "10, 10",
  })
  void numbersAreExact(String latex, String value) {
    Formula read = read(latex);
    String[] parts = value.split("/");
    Rational expected =
        Rational.of(Long.parseLong(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 1);
    assertThat(product(read)).isEqualTo(expected);
  }

  private static Rational product(Formula formula) {
    if (formula instanceof Formula.Number number) {
      return number.value();
    }
    return ((Formula.Product) formula)
        .factors().stream()
            .map(FormulaParserTest::product)
            .reduce(Rational.of(1), Rational::multiply);
  }

  @Test
  void spacingAndSizesMeanNothing() {
    assertThat(read("\\left( f \\; + \\, u \\right) \\cdot f")).isEqualTo(read("(f+u)f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f = ",
        "= f",
        "f",
        "f = u = f",
        "(f = u",
        "f) = u",
        "\\frac{f} = u",
        "\\partial f = 0",
        "f_{} = 0",
        "f + = u",
        "f_ = u",
        "\\sqrt = u",
        "f ? u = 0",
        "\\nabla = 0",
        ""
      })
  void whatIsNotAnEquationIsRefused(String latex) {
    assertThatThrownBy(() -> Equation.parse(latex)).isInstanceOf(FormulaException.class);
  }
}
