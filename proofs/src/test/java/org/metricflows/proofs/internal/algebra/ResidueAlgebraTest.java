package org.metricflows.proofs.internal.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.symbolic.expression.Rational;

/** Taylor arithmetic against the rules of calculus. */
class ResidueAlgebraTest {

  private static ResidueAlgebra algebra(int variables, int order) {
    return new ResidueAlgebra(variables, order, new SplittableRandom(17));
  }

  private static void assertEqual(ResidueAlgebra algebra, Residues a, Residues b) {
    Residues difference = algebra.subtract(a, b);
    assertThat(difference.coefficients()).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 3", "3, 4", "4, 2"})
  void leibniz(int variables, int order) {
    ResidueAlgebra a = algebra(variables, order);
    Residues f = a.function(order, v -> true);
    Residues g = a.function(order, v -> true);
    for (int v = 0; v < variables; v++) {
      Residues left = a.derivative(a.multiply(f, g), v);
      Residues right = a.add(a.multiply(a.derivative(f, v), g), a.multiply(f, a.derivative(g, v)));
      assertEqual(a, left, right);
      assertThat(left.order()).isEqualTo(order - 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "4, 3"})
  void derivativesCommute(int variables, int order) {
    ResidueAlgebra a = algebra(variables, order);
    Residues f = a.function(order, v -> true);
    assertEqual(
        a,
        a.derivative(a.derivative(f, 0), variables - 1),
        a.derivative(a.derivative(f, variables - 1), 0));
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "3, 3"})
  void productsAssociateAndDistribute(int variables, int order) {
    ResidueAlgebra a = algebra(variables, order);
    Residues f = a.function(order, v -> true);
    Residues g = a.function(order, v -> true);
    Residues h = a.function(order, v -> true);
    assertEqual(a, a.multiply(a.multiply(f, g), h), a.multiply(f, a.multiply(g, h)));
    assertEqual(a, a.multiply(f, a.add(g, h)), a.add(a.multiply(f, g), a.multiply(f, h)));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void polynomialsDifferentiateAsSuch(int power) {
    ResidueAlgebra a = algebra(2, 3);
    Residues x = a.variable(0);
    Residues result = a.constant(Rational.of(1));
    Residues slope = a.constant(Rational.of(power));
    for (int i = 0; i < power; i++) {
      result = a.multiply(result, x);
      slope = i > 0 ? a.multiply(slope, x) : slope;
    }
    assertEqual(a, a.derivative(result, 0), slope);
    assertEqual(a, a.derivative(result, 1), a.constant(Rational.of(0)));
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "3, 3"})
  void radialIntegralUndoesRadialDerivative(int variables, int order) {
    ResidueAlgebra a = algebra(variables, order);
    Residues f = a.function(order, v -> true);
    assertEqual(a, a.radialIntegral(a.base(f), a.radialDerivative(f)), f);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void aFunctionOfOneVariableDependsOnNoOther(int v) {
    ResidueAlgebra a = algebra(2, 3);
    Residues f = a.function(3, w -> w == v);
    assertEqual(a, a.derivative(f, 1 - v), a.constant(Rational.of(0)));
    assertThat(a.vanishes(a.derivative(f, v))).isFalse();
  }
}
