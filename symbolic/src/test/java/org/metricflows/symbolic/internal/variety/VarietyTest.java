package org.metricflows.symbolic.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

class VarietyTest {

  private static Polynomial cubic(String equation, Map<String, String> parameters) {
    return Variety.of(List.of(2), List.of(equation), parameters).equations().get(0);
  }

  @Test
  void parametersMayBeComplex() {
    Polynomial q = cubic("z0^3+z1^3+z2^3-3*psi*z0*z1*z2", Map.of("psi", "(1+2*I)^2/5"));
    // (1 + 2i)² = −3 + 4i
    assertThat(q.terms().get(List.of(1, 1, 1)))
        .isEqualTo(new ComplexExpr(Rational.of(9, 5), Rational.of(-12, 5)));
    assertThat(q.terms()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(z0+I*z1)*(z0-I*z1)*z2+z0^3 | z0^2*z2+z1^2*z2+z0^3",
        "(z0+z1+z2)^3 | z0^3+z1^3+z2^3+3*(z0^2*(z1+z2)+z1^2*(z0+z2)+z2^2*(z0+z1))+6*z0*z1*z2",
        "z0^3*I^2-z1^3/I-z2^3 | -z0^3+I*z1^3-z2^3",
        "0.1*z0^3+z1^3/10+z2^3 | (z0^3+z1^3)/10+z2^3"
      })
  void formulasAreMultipliedOut(String formula, String terms) {
    assertThat(cubic(formula, Map.of())).isEqualTo(cubic(terms, Map.of()));
  }

  @Test
  void derivativesAreExact() {
    Polynomial slope = cubic("z0^3+2*I*z0^2*z1+z2^3", Map.of()).derivative(0);
    assertThat(slope.terms())
        .containsOnlyKeys(List.of(2, 0, 0), List.of(1, 1, 0))
        .containsEntry(List.of(1, 1, 0), new ComplexExpr(Expr.of(0), Expr.of(4)));
  }

  @Test
  void degreesAreCountedFactorByFactor() {
    Variety variety =
        Variety.of(
            List.of(3, 3),
            List.of("z0^3+z1^3+z2^3+z3^3", "z4^3+z5^3+z6^3+z7^3", "z0*z4+z1*z5+z2*z6+z3*z7"),
            Map.of());
    assertThat(variety.degrees()).containsExactly(List.of(3, 0), List.of(0, 3), List.of(1, 1));
    assertThat(variety.dimension()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "z0^3+z1^2 | variety.equations[0]: is not homogeneous in the coordinates z0, ..., z2 of"
            + " P^2: z0^3 has degree 3, z1^2 has degree 2",
        "z0^2+z1^2 | variety.equations: the first Chern class is not 0: the degrees in the"
            + " coordinates z0, ..., z2 of P^2 sum to 2, but must sum to 3, so 1 is missing",
        "z0^4+z1^4 | variety.equations: the first Chern class is not 0: the degrees in the"
            + " coordinates z0, ..., z2 of P^2 sum to 4, but must sum to 3, so 1 is too much",
        "sin(z0) | variety.equations[0]: 'sin(z0)' is not a polynomial; sums, products and whole"
            + " powers of coordinates are allowed",
        "z0^2/z1 | variety.equations[0]: '1/z1' is not a polynomial; sums, products and whole"
            + " powers of coordinates are allowed",
        "z0-z0 | variety.equations[0]: has no coordinate in it; [z0, z1, z2] are",
        "z0^3+phi*z1^3 | variety.equations[0]: unknown symbol 'phi' (did you mean 'psi'?) (declared: z0, z1, z2, psi, I)"
            + " in 'z0^3+phi*z1^3'"
      })
  void whatIsNoCalabiYauVarietyIsRefused(String equation, String message) {
    assertThatThrownBy(() -> cubic(equation, Map.of("psi", "1")))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void tooManyEquationsAndBadParametersAreRefused() {
    assertThatThrownBy(() -> Variety.of(List.of(1), List.of("z0^2+z1^2"), Map.of()))
        .hasMessageContaining("1 equations in P^1; 1 to 0 are allowed");
    assertThatThrownBy(() -> cubic("z0^3", Map.of("z1", "1")))
        .hasMessage("variety.parameters.z1: 'z1' is a coordinate; choose another");
    assertThatThrownBy(() -> cubic("z0^3", Map.of("psi", "z0")))
        .hasMessageContaining("variety.parameters.psi: unknown symbol 'z0'");
    assertThatThrownBy(() -> cubic("(z0+z1+z2)^900", Map.of()))
        .hasMessageContaining("has more than 10000 terms");
  }
}
