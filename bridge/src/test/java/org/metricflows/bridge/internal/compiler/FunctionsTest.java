package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.compiler.Batch.assertSameBits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/** Every function against {@link Math} or Hipparchus. */
class FunctionsTest {
  private static final int COUNT = 83;

  /** Three units in the last place of the library and half a unit for each of a few operations. */
  private static final double TOLERANCE = 2e-15;

  private static final Map<Fn, DoubleUnaryOperator> ONE =
      Map.ofEntries(
          Map.entry(Fn.SIN, Math::sin),
          Map.entry(Fn.COS, Math::cos),
          Map.entry(Fn.TAN, Math::tan),
          Map.entry(Fn.SINH, Math::sinh),
          Map.entry(Fn.COSH, Math::cosh),
          Map.entry(Fn.TANH, Math::tanh),
          Map.entry(Fn.ASIN, Math::asin),
          Map.entry(Fn.ACOS, Math::acos),
          Map.entry(Fn.ATAN, Math::atan),
          Map.entry(Fn.EXP, Math::exp),
          Map.entry(Fn.LOG, Math::log),
          Map.entry(Fn.ERF, Erf::erf),
          Map.entry(Fn.SOFTPLUS, x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
          Map.entry(Fn.ABS, Math::abs),
          Map.entry(Fn.SIGN, Math::signum),
          Map.entry(Fn.STEP, x -> 0.5 * (1 + Math.signum(x))));

  private static final Map<Fn, DoubleBinaryOperator> TWO =
      Map.of(Fn.ATAN2, Math::atan2, Fn.MAX, Math::max, Fn.MIN, Math::min);

  private final Expr x = Expr.symbol("x");
  private final Expr y = Expr.symbol("y");

  @ParameterizedTest
  @EnumSource(Fn.class)
  void agreesWithTheLibraryOfTheJvm(Fn fn) {
    boolean one = fn.arity() == 1;
    Expr value = one ? Call.of(fn, x) : Call.of(fn, x, y);
    check(value, (u, v) -> one ? ONE.get(fn).applyAsDouble(u) : TWO.get(fn).applyAsDouble(u, v));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1", "3, 1", "5, 1", "12, 1", "-1, 1", "-3, 1", "1, 2", "-1, 2", "3, 2", "-3, 2", "5, 4",
    "-7, 4", "1, 3", "-2, 3", "80, 1", "-90, 1"
  })
  void powersAgreeWithTheLibraryOfTheJvm(int numerator, int denominator) {
    double exponent = (double) numerator / denominator;
    Expr base = x.pow(2).plus(Rational.of(1, 2));
    double slack = Math.max(4, Math.abs(numerator));
    check(
        base.pow(Rational.of(numerator, denominator)),
        (u, v) -> Math.pow(u * u + 0.5, exponent),
        slack * 4e-16);
  }

  @Test
  void basesAndExponentsMayBothVary() {
    check(x.pow(2).plus(1).pow(y), (u, v) -> Math.pow(u * u + 1, v));
    check(Expr.of(3).pow(y), (u, v) -> Math.pow(3, v));
    check(Call.of(Fn.ATAN2, x, Expr.of(2)), (u, v) -> Math.atan2(u, 2));
    check(Call.of(Fn.ATAN2, Expr.of(2), x), (u, v) -> Math.atan2(2, u));
    check(Call.of(Fn.MAX, x, Rational.of(1, 4)), (u, v) -> Math.max(u, 0.25));
  }

  @Test
  void softplusNeitherOverflowsNorVanishes() {
    Program program = new Compiler().compile(derivation(Call.of(Fn.SOFTPLUS, x.times(1000))));
    double[] result = new double[1];
    program.evaluate(new double[] {1, 0}, result);
    assertThat(result[0]).isEqualTo(1000);
    program.evaluate(new double[] {-0.7, 0}, result);
    assertThat(result[0]).isCloseTo(Math.exp(-700), within(1e-13 * Math.exp(-700)));
  }

  private void check(Expr value, DoubleBinaryOperator expected) {
    check(value, expected, TOLERANCE);
  }

  private void check(Expr value, DoubleBinaryOperator expected, double tolerance) {
    Batch batch = Batch.random(3, 2, COUNT);
    List<double[][]> results = new ArrayList<>();
    for (FormChoice form : List.of(FormChoice.scalar(), FormChoice.vector())) {
      Compiler compiler = new Compiler(LaneCount.preferred(), () -> form);
      results.add(batch.apply(compiler.compile(derivation(value))));
    }
    assertSameBits(results.get(1), results.get(0));
    for (int i = 0; i < COUNT; i++) {
      double u = batch.point(i)[0];
      double exact = expected.applyAsDouble(u, batch.point(i)[1]);
      if (Double.isNaN(exact)) {
        assertThat(results.get(0)[i][0]).isNaN();
      } else {
        double allowed = tolerance * Math.max(Math.abs(exact), 1e-3);
        assertThat(results.get(0)[i][0]).isCloseTo(exact, within(allowed));
      }
    }
  }

  private static Derivation derivation(Expr value) {
    Derivation.Builder b = Derivation.builder();
    b.input("x");
    b.input("y");
    b.define("f", value);
    return b.build("f");
  }
}
