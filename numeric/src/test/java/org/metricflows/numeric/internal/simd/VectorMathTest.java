package org.metricflows.numeric.internal.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorMathTest {

  /** An array pass. */
  interface Pass {
    void run(double[] in, int inOffset, double[] out, int outOffset, int count);
  }

  /**
   * A function with its forms, the range it is sampled on, and the error it may have: half an ulp
   * of final rounding plus the roundings of its last few operations.
   */
  record Function(
      String name,
      DoubleUnaryOperator twin,
      Pass pass,
      DoubleUnaryOperator reference,
      UnaryOperator<Dfp> exact,
      double low,
      double high,
      double ulps) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    6,
    19,
    20,
    21,
    -26,
    26.5,
    27,
    -37,
    37.5,
    38.5,
    708,
    708.5,
    709.78,
    709.79,
    -708.5,
    -720,
    -744,
    -745.2,
    -746,
    -800,
    1e5,
    99999.5,
    -1e5,
    1e6,
    1e22,
    -1e300,
    1e301,
    5e-324,
    -5e-324,
    1e-310,
    2.2250738585072014e-308,
    1e-300,
    1e-20,
    -1e-20,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  static Stream<Function> functions() {
    return Stream.of(
        new Function(
            "exp", VectorMath::exp, VectorMath::exp, Math::exp, ExactFunctions::exp, -700, 700, 1),
        new Function(
            "expm1",
            VectorMath::expm1,
            VectorMath::expm1,
            Math::expm1,
            ExactFunctions::expm1,
            -3,
            3,
            2),
        new Function(
            "tanh",
            VectorMath::tanh,
            VectorMath::tanh,
            Math::tanh,
            ExactFunctions::tanh,
            -8,
            8,
            2.5),
        new Function(
            "sinh",
            VectorMath::sinh,
            VectorMath::sinh,
            Math::sinh,
            ExactFunctions::sinh,
            -20,
            20,
            2.5),
        new Function(
            "cosh",
            VectorMath::cosh,
            VectorMath::cosh,
            Math::cosh,
            ExactFunctions::cosh,
            -20,
            20,
            2),
        new Function(
            "sigmoid",
            VectorMath::sigmoid,
            VectorMath::sigmoid,
            x -> 1 / (1 + Math.exp(-x)),
            ExactFunctions::sigmoid,
            -40,
            40,
            2),
        new Function(
            "log", VectorMath::log, VectorMath::log, Math::log, ExactFunctions::log, 0.01, 30, 1.2),
        new Function(
            "log1p",
            VectorMath::log1p,
            VectorMath::log1p,
            Math::log1p,
            ExactFunctions::log1p,
            -0.9,
            4,
            2),
        new Function(
            "sin", VectorMath::sin, VectorMath::sin, Math::sin, ExactFunctions::sin, -50, 50, 1.3),
        new Function(
            "cos", VectorMath::cos, VectorMath::cos, Math::cos, ExactFunctions::cos, -50, 50, 1.3),
        new Function(
            "erf", VectorMath::erf, VectorMath::erf, null, ExactFunctions::erf, -6, 6, 1.5),
        new Function(
            "erfc", VectorMath::erfc, VectorMath::erfc, null, ExactFunctions::erfc, -4, 25, 3),
        new Function(
            "normalCdf",
            VectorMath::normalCdf,
            VectorMath::normalCdf,
            null,
            ExactFunctions::normalCdf,
            -36,
            6,
            3));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isAccurateToItsStatedUlps(Function f) {
    SplittableRandom random = new SplittableRandom(7);
    double worst = 0;
    for (int i = 0; i < 500; i++) {
      double x = f.low + (f.high - f.low) * random.nextDouble();
      x = i % 3 == 0 && f.low < 0 ? Math.max(f.low, Math.min(1, f.high)) * random.nextDouble() : x;
      double error =
          ExactFunctions.ulps(f.twin.applyAsDouble(x), f.exact.apply(ExactFunctions.of(x)));
      worst = Math.max(worst, error);
    }
    assertThat(worst).isLessThan(f.ulps);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isAccurateNearZero(Function f) {
    if (f.low > 0) {
      return;
    }
    for (double x = 1; x > 1e-12; x *= -0.37) {
      double error =
          ExactFunctions.ulps(f.twin.applyAsDouble(x), f.exact.apply(ExactFunctions.of(x)));
      assertThat(error).as("at %s", x).isLessThan(f.ulps);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void arraysGetTheBitsOfTheScalarTwinAtEveryPosition(Function f) {
    SplittableRandom random = new SplittableRandom(11);
    double[] in = new double[997];
    for (int i = 0; i < in.length; i++) {
      in[i] =
          random.nextInt(9) == 0
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : f.low + (f.high - f.low) * random.nextDouble();
    }
    double[] expected = Arrays.stream(in).map(f.twin).toArray();
    for (int offset : new int[] {0, 1, 3, 500, 990}) {
      int count = in.length - offset;
      double[] values = new double[count + 2];
      f.pass.run(in, offset, values, 2, count);
      for (int i = 0; i < count; i++) {
        assertThat(Double.doubleToLongBits(values[i + 2]))
            .as("%s(%s)", f, in[offset + i])
            .isEqualTo(Double.doubleToLongBits(expected[offset + i]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void worksInPlace(Function f) {
    double[] values = new SplittableRandom(3).doubles(100, f.low, f.high).toArray();
    double[] expected = Arrays.stream(values).map(f.twin).toArray();
    f.pass.run(values, 0, values, 0, values.length);
    assertThat(values).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void treatsSpecialValuesLikeMath(Function f) {
    if (f.reference == null) {
      return;
    }
    for (double x : SPECIAL) {
      double expected = f.reference.applyAsDouble(x);
      double value = f.twin.applyAsDouble(x);
      if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
        assertThat(Double.doubleToLongBits(value))
            .as("%s(%s)", f, x)
            .isEqualTo(Double.doubleToLongBits(expected));
      } else {
        // Math promises 1 ulp (2.5 for hyperbolic functions)
        assertThat(Math.abs(value - expected))
            .as("%s(%s)", f, x)
            .isLessThan(4 * Math.ulp(expected));
      }
    }
  }

  @Test
  void errorFunctionsReachTheirLimits() {
    assertThat(VectorMath.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(VectorMath.erf(-7)).isEqualTo(-1);
    assertThat(Double.doubleToLongBits(VectorMath.erf(-0.0))).isEqualTo(Long.MIN_VALUE);
    assertThat(VectorMath.erf(Double.NaN)).isNaN();
    assertThat(VectorMath.erfc(Double.POSITIVE_INFINITY)).isZero();
    assertThat(VectorMath.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
    assertThat(VectorMath.erfc(0)).isEqualTo(1);
    assertThat(VectorMath.erfc(Double.NaN)).isNaN();
    assertThat(VectorMath.normalCdf(0)).isEqualTo(0.5);
    assertThat(VectorMath.normalCdf(40)).isEqualTo(1);
    assertThat(VectorMath.normalCdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(VectorMath.normalCdf(Double.NaN)).isNaN();
  }

  @Test
  void tailsFadeThroughTheSubnormalNumbers() {
    // erfc(27) = 5.2370…e-319 and Φ(−38) = 2.8854…e-316 have fewer than 53 bits: one unit of 2⁻¹⁰⁷⁴
    assertThat(VectorMath.erfc(27)).isEqualTo(5.23704643935e-319);
    Dfp exact = ExactFunctions.normalCdf(ExactFunctions.of(-38));
    assertThat(VectorMath.normalCdf(-38)).isEqualTo(exact.toDouble());
    assertThat(VectorMath.exp(-744)).isEqualTo(StrictMath.exp(-744));
  }

  @Test
  void largeAnglesKeepTheirAccuracy() {
    // nearest doubles to multiples of π/2: the worst cancellation there is in the fast range
    for (int k = 1; k < 63000; k += 977) {
      double x = k * (Math.PI / 2);
      assertThat(ExactFunctions.ulps(VectorMath.sin(x), ExactFunctions.sin(ExactFunctions.of(x))))
          .isLessThan(1.3);
      assertThat(ExactFunctions.ulps(VectorMath.cos(x), ExactFunctions.cos(ExactFunctions.of(x))))
          .isLessThan(1.3);
    }
  }

  @Test
  void sineAndCosineTogetherAreSineAndCosine() {
    double[] in = new SplittableRandom(5).doubles(333, -1.2e5, 1.2e5).toArray();
    double[] sin = new double[in.length];
    double[] cos = new double[in.length];
    VectorMath.sincos(in, 0, sin, 0, cos, 0, in.length);
    assertThat(sin).containsExactly(Arrays.stream(in).map(VectorMath::sin).toArray());
    assertThat(cos).containsExactly(Arrays.stream(in).map(VectorMath::cos).toArray());
  }
}
