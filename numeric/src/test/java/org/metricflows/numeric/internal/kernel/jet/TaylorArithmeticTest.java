package org.metricflows.numeric.internal.kernel.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.numeric.internal.kernel.BiJetSpace;
import org.metricflows.numeric.internal.simd.VectorModule;

/** Against Hipparchus' derivative structures, which differentiate by other recurrences. */
class TaylorArithmeticTest {

  private static final int ORDER = 7;

  static Stream<Arguments> functions() {
    return Stream.of(
        function(Elementary.EXP, DerivativeStructure::exp, -2, 0, 1.3),
        function(Elementary.LOG, DerivativeStructure::log, 0.2, 1, 5),
        function(Elementary.SIN, DerivativeStructure::sin, -2, 0, 0.7),
        function(Elementary.COS, DerivativeStructure::cos, -2, 0, 0.7),
        function(Elementary.TAN, DerivativeStructure::tan, -1, 0, 0.7),
        function(Elementary.SINH, DerivativeStructure::sinh, -2, 0, 0.7),
        function(Elementary.COSH, DerivativeStructure::cosh, -2, 0, 0.7),
        function(Elementary.TANH, DerivativeStructure::tanh, -2, 0, 0.7),
        function(Elementary.ASIN, DerivativeStructure::asin, -0.6, 0, 0.3),
        function(Elementary.ACOS, DerivativeStructure::acos, -0.6, 0, 0.3),
        function(Elementary.ATAN, DerivativeStructure::atan, -2, 0, 0.7),
        function(Elementary.SOFTPLUS, u -> u.exp().add(1).log(), -2, 0, 0.7),
        function(new RealPower(-1), DerivativeStructure::reciprocal, -2, 0.5, 3),
        function(new RealPower(0.5), DerivativeStructure::sqrt, 0.5, 2, 9),
        function(new RealPower(-0.5), u -> u.sqrt().reciprocal(), 0.5, 2, 9),
        function(new RealPower(-1.5), u -> u.pow(-1.5), 0.5, 2, 9),
        function(new RealPower(0.3), u -> u.pow(0.3), 0.5, 2, 9));
  }

  private static Arguments function(
      Univariate f, UnaryOperator<DerivativeStructure> reference, double... arguments) {
    return Arguments.of(f, reference, arguments);
  }

  /** 1e-12 relative to the largest coefficient: either recurrence rounds some ten times. */
  @ParameterizedTest
  @MethodSource("functions")
  void seriesOfElementaryFunctions(
      Univariate f, UnaryOperator<DerivativeStructure> reference, double[] arguments) {
    for (double u : arguments) {
      double[] taylor = new double[ORDER + 1];
      f.taylor(u, ORDER, taylor);
      DerivativeStructure expected = reference.apply(new DSFactory(1, ORDER).variable(0, u));
      double factorial = 1;
      double largest = 0;
      for (int k = 0; k <= ORDER; k++) {
        factorial *= Math.max(1, k);
        double coefficient = expected.getPartialDerivative(k) / factorial;
        largest = Math.max(largest, Math.abs(coefficient));
        assertThat(taylor[k]).isCloseTo(coefficient, within(1e-12 * largest));
      }
    }
  }

  /** erf' = 2/√π e^{−u²}. */
  @Test
  void seriesOfTheErrorFunction() {
    for (double u : new double[] {-1.5, 0, 0.4, 2}) {
      double[] taylor = new double[ORDER + 1];
      Elementary.ERF.taylor(u, ORDER, taylor);
      DerivativeStructure x = new DSFactory(1, ORDER).variable(0, u);
      DerivativeStructure slope = x.multiply(x).negate().exp().multiply(2 / Math.sqrt(Math.PI));
      double factorial = 1;
      assertThat(taylor[0]).isCloseTo(org.hipparchus.special.Erf.erf(u), within(1e-15));
      for (int k = 1; k <= ORDER; k++) {
        factorial *= k;
        assertThat(taylor[k])
            .isCloseTo(slope.getPartialDerivative(k - 1) / factorial, within(1e-13));
      }
    }
  }

  /**
   * softplus' = 1/(1 + e^{−u}) keeps its relative accuracy far to the left, and never overflows.
   */
  @Test
  void softplusInTheTails() {
    double[] taylor = new double[3];
    Elementary.SOFTPLUS.taylor(-50, 2, taylor);
    assertThat(taylor[0]).isCloseTo(Math.exp(-50), within(1e-15 * Math.exp(-50)));
    assertThat(taylor[2]).isCloseTo(Math.exp(-50) / 2, within(1e-15 * Math.exp(-50)));
    Elementary.SOFTPLUS.taylor(1000, 2, taylor);
    assertThat(taylor).containsExactly(1000, 1, 0);
  }

  /** A function of x and x' with every operation in it, to all orders up to 2 + 2. */
  @ParameterizedTest
  @MethodSource("points")
  void bijetsOfACompositeFunction(double x, double xp) {
    JetAlgebra a = new JetAlgebra(new BiJetSpace(1, 2, 2).convolution());
    Jet u = a.variable(3);
    Jet v = a.variable(1);
    Jet product = a.add(a.multiply(u, v), a.power(a.subtract(u, a.scale(v, 2)), 3));
    Jet angle = a.atan2(product, a.add(a.constant(0.3), a.divide(u, a.power(v, -2))));
    Jet result = a.multiply(a.apply(Elementary.EXP, angle), a.apply(Elementary.SIN, product));
    double[] jet = run(a, result, x, xp);

    DSFactory factory = new DSFactory(2, 4);
    DerivativeStructure s = factory.variable(0, x);
    DerivativeStructure t = factory.variable(1, xp);
    DerivativeStructure w = s.multiply(t).add(s.subtract(t.multiply(2)).pow(3));
    DerivativeStructure b = w.atan2(s.multiply(t.multiply(t)).add(0.3));
    DerivativeStructure expected = b.exp().multiply(w.sin());
    for (int i = 0; i <= 2; i++) {
      for (int j = 0; j <= 2; j++) {
        double derivative = expected.getPartialDerivative(i, j) / (i == 2 ? 2 : 1);
        double coefficient = derivative / (j == 2 ? 2 : 1);
        assertThat(jet[3 * i + j])
            .isCloseTo(coefficient, within(1e-11 * (1 + Math.abs(coefficient))));
      }
    }
  }

  static Stream<Arguments> points() {
    Random random = new Random(5);
    return random.doubles(20, -1.5, 1.5).mapToObj(x -> Arguments.of(x, 0.3 + random.nextDouble()));
  }

  /** What is zero for every pair costs nothing: an x-only function has no mixed coefficients. */
  @Test
  void functionsOfOnePointStaySparse() {
    BiJetSpace space = new BiJetSpace(2, 2, 2);
    JetAlgebra a = new JetAlgebra(space.convolution());
    Jet u = a.variable(space.left().index(0) * space.right().size());
    Jet f = a.apply(Elementary.EXP, u);
    for (int alpha = 0; alpha < space.left().size(); alpha++) {
      for (int beta = 0; beta < space.right().size(); beta++) {
        boolean present = beta == 0 && (alpha == 0 || alpha == 1 || alpha == 3);
        assertThat(f.isZero(space.index(alpha, beta))).isEqualTo(!present);
      }
    }
    assertThat(a.powersOf(u.nilpotent())).hasSize(2);
  }

  /** The vector form and the scalar form are one chain of fused multiply-adds. */
  @Test
  void vectorsAndScalarsGiveTheSameBits() {
    Random random = new Random(9);
    double[] work = random.doubles(8 * TaylorProgram.LANES, -1, 1).toArray();
    int[] code = new int[2 + 2 * 37];
    code[0] = 7 * TaylorProgram.LANES;
    code[1] = 37;
    for (int t = 2; t < code.length; t++) {
      code[t] = random.nextInt(7) * TaylorProgram.LANES;
    }
    double[] other = work.clone();
    ScalarLaneSums.INSTANCE.run(work, code, TaylorProgram.LANES);
    assertThat(VectorModule.isPresent()).isTrue();
    VectorLaneSums.INSTANCE.run(other, code, TaylorProgram.LANES);
    assertThat(other).containsExactly(work);
  }

  private static double[] run(JetAlgebra algebra, Jet result, double x, double xp) {
    TaylorProgram program = TaylorProgram.of(algebra, List.of(result));
    double[] work = program.workspace();
    work[program.input(0)] = x;
    work[program.input(1)] = xp;
    program.run(work, 1);
    double[] jet = new double[algebra.size()];
    for (int c = 0; c < jet.length; c++) {
      jet[c] = program.output(0, c) < 0 ? 0 : work[program.output(0, c)];
    }
    return jet;
  }
}
