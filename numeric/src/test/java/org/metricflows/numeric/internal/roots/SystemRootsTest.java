package org.metricflows.numeric.internal.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.simd.Parallel;

class SystemRootsTest {

  private static final SystemShape CUBICS = SystemShape.dense(2, 3, 3);
  private static final SystemShape QUADRICS = SystemShape.dense(2, 2, 2);

  /** The numbers of roots are products in the ring of classes, expanded by hand. */
  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of("P5[3,3]", CUBICS, 9),
        Arguments.of("P5[2,4]", SystemShape.dense(2, 2, 4), 8),
        Arguments.of("P6[2,2,3]", SystemShape.dense(3, 2, 2, 3), 12),
        Arguments.of("P7[2,2,2,2]", SystemShape.dense(4, 2, 2, 2, 2), 16),
        Arguments.of("quintic", SystemShape.dense(1, 5), 5),
        // (x + 2y)(2x + y) = 2x² + 5xy + 2y²
        Arguments.of("P1xP1", SystemShape.of(new int[] {1, 1}, new int[][] {{1, 2}, {2, 1}}), 5),
        // 3x · 3y · (x + y): 9 x²y
        Arguments.of(
            "Tian-Yau", SystemShape.of(new int[] {2, 1}, new int[][] {{3, 0}, {0, 3}, {1, 1}}), 9),
        // (3x + z)(3y + z) z: 9 xyz
        Arguments.of(
            "Schoen",
            SystemShape.of(new int[] {1, 1, 1}, new int[][] {{3, 0, 1}, {0, 3, 1}, {0, 0, 1}}),
            9));
  }

  private static double[][][] batch(double[][]... systems) {
    double[][][] c = new double[systems[0].length][][];
    for (int j = 0; j < c.length; j++) {
      c[j] = new double[systems[0][j].length][systems.length];
      for (int i = 0; i < c[j].length; i++) {
        for (int p = 0; p < systems.length; p++) {
          c[j][i][p] = systems[p][j][i];
        }
      }
    }
    return c;
  }

  private static SystemRoots solve(SystemShape shape, double[][]... systems) {
    return SystemRoots.of(shape, batch(systems), Parallel.common());
  }

  private static Complex unknown(SystemRoots found, int system, int root, int v) {
    int at = 2 * (root * found.shape().unknowns() + v);
    return new Complex(found.roots()[at][system], found.roots()[at + 1][system]);
  }

  private static Complex[] point(SystemRoots found, int system, int root) {
    return IntStream.range(0, found.shape().unknowns())
        .mapToObj(v -> unknown(found, system, root, v))
        .toArray(Complex[]::new);
  }

  private static double distance(Complex[] x, Complex[] y) {
    double most = 0;
    for (int v = 0; v < x.length; v++) {
      most = Math.max(most, x[v].subtract(y[v]).norm());
    }
    return most;
  }

  private static double nearest(SystemRoots found, int system, Complex[] known) {
    return IntStream.range(0, found.shape().rootCount())
        .mapToDouble(r -> distance(point(found, system, r), known))
        .min()
        .getAsDouble();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void countsRoots(String name, SystemShape shape, int count) {
    assertThat(shape.rootCount()).isEqualTo(count);
  }

  /** Values summed naively from the exponents, and roots apart from each other. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void findsDistinctRootsOfRandomSystems(String name, SystemShape shape, int count) {
    Random random = new Random(count);
    double[][][] systems =
        Stream.generate(() -> StartSystem.randomCoefficients(shape, random))
            .limit(20)
            .toArray(double[][][]::new);
    SystemRoots found = solve(shape, systems);
    assertThat(found.worstError()).isLessThan(16 * 0x1p-53);
    for (int p = 0; p < systems.length; p++) {
      for (int r = 0; r < count; r++) {
        Complex[] x = point(found, p, r);
        for (int j = 0; j < shape.unknowns(); j++) {
          // Naive sums of up to 20 terms of up to 4 factors round this often.
          assertThat(relativeResidual(shape.exponents(j), systems[p][j], x))
              .isLessThan(64 * 0x1p-53);
        }
        for (int q = 0; q < r; q++) {
          assertThat(distance(x, point(found, p, q))).isGreaterThan(1e-6);
        }
      }
    }
  }

  private static double relativeResidual(int[][] exponents, double[] c, Complex[] x) {
    Complex sum = Complex.ZERO;
    double size = 0;
    for (int i = 0; i < exponents.length; i++) {
      Complex term = new Complex(c[2 * i], c[2 * i + 1]);
      for (int v = 0; v < x.length; v++) {
        for (int e = 0; e < exponents[i][v]; e++) {
          term = term.multiply(x[v]);
        }
      }
      sum = sum.add(term);
      size += term.norm();
    }
    return sum.norm() / size;
  }

  /** Products of linear forms have the forms' common zeros. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void findsCommonZerosOfLinearForms(String name, SystemShape shape, int count) {
    Random random = new Random(1234);
    for (int trial = 0; trial < 5; trial++) {
      StartSystem product = StartSystem.ofLinearForms(shape, random);
      assertThat(product.roots()).hasDimensions(count, 2 * shape.unknowns());
      SystemRoots found = solve(shape, product.coefficients());
      assertThat(found.worstError()).isLessThan(16 * 0x1p-53);
      for (double[] root : product.roots()) {
        Complex[] known =
            IntStream.range(0, shape.unknowns())
                .mapToObj(v -> new Complex(root[2 * v], root[2 * v + 1]))
                .toArray(Complex[]::new);
        // Condition numbers of such roots were seen up to some thousands.
        assertThat(nearest(found, 0, known)).isLessThan(1e-10);
      }
    }
  }

  /** f(x) + a g(y) and b f(x) + g(y): all pairs of roots of f and of g. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-2, 1e-4})
  void findsPairsOfRoots(double gap) {
    Complex[] xs = {new Complex(1, 1), new Complex(1 + gap, 1), new Complex(-1)};
    Complex[] ys = {new Complex(0, -2), new Complex(0.5), new Complex(-1, 0.5)};
    Complex[] f = Polynomials.withRoots(xs);
    Complex[] g = Polynomials.withRoots(ys);
    double[][] system = {
      separated(f, g, new Complex(0.3, 0.4)), separated(g, f, new Complex(-0.2, 0.7))
    };
    system[1] = swapped(system[1]);
    SystemRoots found = solve(CUBICS, system);
    assertThat(found.worstError()).isLessThan(16 * 0x1p-53);
    for (Complex x : xs) {
      for (Complex y : ys) {
        assertThat(nearest(found, 0, new Complex[] {x, y})).isLessThan(1e-13 / gap);
      }
    }
  }

  /** f(first unknown) + factor g(second unknown). */
  private static double[] separated(Complex[] f, Complex[] g, Complex factor) {
    int[][] exponents = CUBICS.exponents(0);
    double[] c = new double[2 * exponents.length];
    for (int i = 0; i < exponents.length; i++) {
      int ex = exponents[i][0];
      int ey = exponents[i][1];
      Complex sum = Complex.ZERO;
      sum = ey == 0 ? sum.add(f[ex]) : sum;
      sum = ex == 0 ? sum.add(g[ey].multiply(factor)) : sum;
      c[2 * i] = sum.getRealPart();
      c[2 * i + 1] = sum.getImaginaryPart();
    }
    return c;
  }

  /** The same polynomial with its unknowns exchanged. */
  private static double[] swapped(double[] c) {
    int[][] exponents = CUBICS.exponents(0);
    double[] out = new double[c.length];
    for (int i = 0; i < exponents.length; i++) {
      for (int k = 0; k < exponents.length; k++) {
        if (exponents[i][0] == exponents[k][1] && exponents[i][1] == exponents[k][0]) {
          out[2 * k] = c[2 * i];
          out[2 * k + 1] = c[2 * i + 1];
        }
      }
    }
    return out;
  }

  /**
   * The resultant by y of two cubics has degree 9 in x. Interpolated at roots of unity, its zeros
   * are the x of the common zeros.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithResultants(long seed) {
    double[][] system = StartSystem.randomCoefficients(CUBICS, new Random(seed));
    SystemRoots found = solve(CUBICS, system);
    Complex[] resultant =
        interpolate(10, x -> sylvester(cubicInY(system[0], x), cubicInY(system[1], x)));
    Complex[] xs =
        Polynomials.rootsOf(UnivariateRoots.of(Polynomials.batch(resultant), Parallel.common()), 0);
    for (int r = 0; r < 9; r++) {
      Complex x = unknown(found, 0, r, 0);
      // The resultant's coefficients are only known up to rounding of the largest of its values.
      double allowed = Polynomials.sensitivity(resultant, x, 1e-11) + 1e-11;
      assertThat(Polynomials.distance(x, xs)).isLessThan(allowed);
    }
  }

  private static Complex[] interpolate(int count, Function<Complex, Complex> function) {
    Complex[] values = new Complex[count];
    for (int k = 0; k < count; k++) {
      values[k] = function.apply(unit(k, count));
    }
    Complex[] c = new Complex[count];
    for (int m = 0; m < count; m++) {
      c[m] = Complex.ZERO;
      for (int k = 0; k < count; k++) {
        c[m] = c[m].add(values[k].multiply(unit(-m * k, count)).divide(count));
      }
    }
    return c;
  }

  private static Complex unit(int k, int n) {
    return new Complex(Math.cos(2 * Math.PI * k / n), Math.sin(2 * Math.PI * k / n));
  }

  private static Complex[] cubicInY(double[] c, Complex x) {
    Complex[] inY = {Complex.ZERO, Complex.ZERO, Complex.ZERO, Complex.ZERO};
    int[][] exponents = CUBICS.exponents(0);
    for (int i = 0; i < exponents.length; i++) {
      Complex term = new Complex(c[2 * i], c[2 * i + 1]).multiply(x.pow(exponents[i][0]));
      inY[exponents[i][1]] = inY[exponents[i][1]].add(term);
    }
    return inY;
  }

  private static Complex sylvester(Complex[] f, Complex[] g) {
    FieldMatrix<Complex> matrix = MatrixUtils.createFieldMatrix(ComplexField.getInstance(), 6, 6);
    for (int row = 0; row < 3; row++) {
      for (int k = 0; k < 4; k++) {
        matrix.setEntry(row, row + k, f[3 - k]);
        matrix.setEntry(row + 3, row + k, g[3 - k]);
      }
    }
    return new FieldLUDecomposition<>(matrix).getDeterminant();
  }

  /** Systems with fewer simple roots than their shape has. */
  @Test
  void refusesIncompleteSolutions() {
    double[][] good = StartSystem.randomCoefficients(QUADRICS, new Random(1));
    // Terms 1, y, y², x, xy, x².
    double[][] parallel = {real(1, 0, 0, 0, 0, 1), real(2, 0, 0, 0, 0, 1)};
    double[][] doubled = {real(1, 0, 0, -2, 0, 1), real(-1, 0, 1, 0, 0, 0)};
    double[][] dependent = {real(1, 2, 3, 4, 5, 6), real(2, 4, 6, 8, 10, 12)};
    double[][] linear = {real(1, 2, 0, 3, 0, 0), real(1, 0, 2, 0, 0, 3)};
    double[][] zero = {real(0, 0, 0, 0, 0, 0), good[1]};
    double[][] undefined = {real(1, Double.NaN, 1, 1, 1, 1), good[1]};
    SystemRoots found =
        solve(QUADRICS, good, parallel, doubled, dependent, linear, zero, undefined);
    assertThat(found.errors()[0]).isLessThan(16 * 0x1p-53);
    for (int p = 1; p < found.count(); p++) {
      assertThat(found.errors()[p]).as("system %s", p).isInfinite();
      for (double[] column : found.roots()) {
        assertThat(column[p]).isNaN();
      }
    }
    assertThat(found.worstError()).isInfinite();
  }

  private static double[] real(double... coefficients) {
    double[] c = new double[2 * coefficients.length];
    for (int i = 0; i < coefficients.length; i++) {
      c[2 * i] = coefficients[i];
    }
    return c;
  }

  @Test
  void givesTheSameBitsAnywhere() {
    Random random = new Random(8);
    double[][][] systems =
        Stream.generate(() -> StartSystem.randomCoefficients(QUADRICS, random))
            .limit(100)
            .toArray(double[][][]::new);
    try (Parallel one = Parallel.of(1);
        Parallel three = Parallel.of(3)) {
      SystemRoots expected = SystemRoots.of(QUADRICS, batch(systems), one);
      SystemRoots shared = SystemRoots.of(QUADRICS, batch(systems), three);
      assertThat(shared.roots()).isDeepEqualTo(expected.roots());
      assertThat(shared.errors()).isEqualTo(expected.errors());
      for (int p = 0; p < systems.length; p += 9) {
        SystemRoots alone = solve(QUADRICS, systems[p]);
        for (int i = 0; i < alone.roots().length; i++) {
          assertThat(alone.roots()[i][0]).isEqualTo(expected.roots()[i][p]);
        }
      }
    }
  }

  @Test
  void refusesImpossibleShapes() {
    assertThatThrownBy(() -> SystemShape.dense(2, 3))
        .hasMessage("degrees: 1 equations for 2 unknowns");
    assertThatThrownBy(() -> SystemShape.of(new int[] {0}, new int[0][]))
        .hasMessageContaining("blocks: [0]");
    assertThatThrownBy(() -> SystemShape.dense(2, 3, -1)).hasMessageContaining("degrees[1]: [-1]");
    assertThatThrownBy(() -> SystemShape.dense(2, 3, 0))
        .hasMessageContaining("leave no isolated root");
    assertThatThrownBy(() -> SystemRoots.of(CUBICS, new double[1][20][1], Parallel.common()))
        .hasMessageContaining("1 equations instead of 2");
    assertThatThrownBy(() -> SystemRoots.of(CUBICS, new double[2][10][1], Parallel.common()))
        .hasMessageContaining("coefficients[0]: 10 columns");
  }
}
