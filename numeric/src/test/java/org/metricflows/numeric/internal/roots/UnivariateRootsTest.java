package org.metricflows.numeric.internal.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.simd.Parallel;

class UnivariateRootsTest {

  private static final double UNIT = 0x1p-53;

  private static UnivariateRoots solve(Complex[]... polynomials) {
    return UnivariateRoots.of(Polynomials.batch(polynomials), Parallel.common());
  }

  /** Each known root has a found one within what the tolerance and rounded coefficients allow. */
  private static void assertFinds(Complex[] c, Complex... known) {
    UnivariateRoots found = solve(c);
    double tolerance = UnivariateSolver.tolerance(found.degree());
    assertThat(found.worstError()).isLessThanOrEqualTo(tolerance);
    for (Complex root : known) {
      double allowed = Polynomials.sensitivity(c, root, 2 * tolerance) + 4 * UNIT * root.norm();
      assertThat(Polynomials.distance(root, Polynomials.rootsOf(found, 0)))
          .as("distance of %s", root)
          .isLessThanOrEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 30})
  void findsTheRootsOfUnity(int n) {
    Complex[] c = new Complex[n + 1];
    Arrays.fill(c, Complex.ZERO);
    c[0] = Complex.MINUS_ONE;
    c[n] = Complex.ONE;
    Complex[] known = new Complex[n];
    for (int r = 0; r < n; r++) {
      known[r] = new Complex(Math.cos(2 * Math.PI * r / n), Math.sin(2 * Math.PI * r / n));
    }
    assertFinds(c, known);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 10, 12})
  void findsTheRootsThatPolynomialsAreMadeOf(int n) {
    Random random = new Random(n);
    for (int trial = 0; trial < 200; trial++) {
      Complex[] known = new Complex[n];
      for (int r = 0; r < n; r++) {
        known[r] = Polynomials.gaussian(random);
      }
      assertFinds(Polynomials.withRoots(known), known);
    }
  }

  /** Wilkinson's polynomial, whose coefficients are exact up to this degree. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 15})
  void findsIntegersUpToItsDegree(int n) {
    Complex[] known = new Complex[n];
    for (int r = 0; r < n; r++) {
      known[r] = new Complex(r + 1);
    }
    assertFinds(Polynomials.withRoots(known), known);
  }

  /** A root of multiplicity m moves by at most the m-th root of what its coefficients change by. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 8, 12})
  void findsRepeatedRoots(int multiplicity) {
    Complex[] known = new Complex[multiplicity + 1];
    Arrays.fill(known, new Complex(1, 0));
    known[multiplicity] = new Complex(-3, 2);
    Complex[] c = Polynomials.withRoots(known);
    UnivariateRoots found = solve(c);
    double tolerance = UnivariateSolver.tolerance(multiplicity + 1);
    assertThat(found.worstError()).isLessThanOrEqualTo(tolerance);
    double simple = known[multiplicity].subtract(Complex.ONE).norm();
    double allowed =
        Math.pow(4 * tolerance * Polynomials.size(c, Complex.ONE) / simple, 1.0 / multiplicity);
    int near = 0;
    for (Complex z : Polynomials.rootsOf(found, 0)) {
      if (z.subtract(Complex.ONE).norm() <= allowed) {
        near++;
      }
    }
    assertThat(near).isEqualTo(multiplicity);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void tellsClusteredRootsApart(double gap) {
    Complex[] known = {
      new Complex(1), new Complex(1 + gap), new Complex(-0.5, 0.25), new Complex(0, 2)
    };
    UnivariateRoots found = solve(Polynomials.withRoots(known));
    Complex[] z = Polynomials.rootsOf(found, 0);
    // Rounding changes the discriminant by some 1e-15, hence the gap's square.
    for (Complex root : known) {
      assertThat(Polynomials.distance(root, z)).isLessThan(Math.min(1e-14 / gap, 1e-7));
    }
  }

  /** Real 2n × 2n companion matrices have the roots of p and their conjugates as eigenvalues. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 12})
  void agreesWithEigenvaluesOfCompanionMatrices(int n) {
    Random random = new Random(100 + n);
    for (int trial = 0; trial < 50; trial++) {
      Complex[] c = Polynomials.random(n, random);
      Complex[] eigenvalues = companionEigenvalues(c);
      UnivariateRoots found = solve(c);
      for (Complex z : Polynomials.rootsOf(found, 0)) {
        // The QR algorithm's backward error is normwise: 1e-13 instead of componentwise ulps.
        double allowed =
            1e-13
                * companionNorm(c)
                * Polynomials.size(c, z)
                / Polynomials.derivative(c, z).norm()
                / c[n].norm();
        assertThat(Polynomials.distance(z, eigenvalues)).isLessThan(Math.max(allowed, 1e-12));
      }
    }
  }

  private static double companionNorm(Complex[] c) {
    double sum = 0;
    for (Complex coefficient : c) {
      sum += coefficient.norm();
    }
    return sum;
  }

  private static Complex[] companionEigenvalues(Complex[] c) {
    int n = c.length - 1;
    DMatrixRMaj matrix = new DMatrixRMaj(2 * n, 2 * n);
    for (int k = 0; k < n; k++) {
      Complex entry = c[k].divide(c[n]).negate();
      matrix.set(k, n - 1, entry.getRealPart());
      matrix.set(k, 2 * n - 1, -entry.getImaginaryPart());
      matrix.set(n + k, n - 1, entry.getImaginaryPart());
      matrix.set(n + k, 2 * n - 1, entry.getRealPart());
      if (k > 0) {
        matrix.set(k, k - 1, 1);
        matrix.set(n + k, n + k - 1, 1);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(2 * n, false);
    assertThat(eigen.decompose(matrix)).isTrue();
    return IntStream.range(0, 2 * n)
        .mapToObj(i -> eigen.getEigenvalue(i))
        .map((Complex_F64 value) -> new Complex(value.real, value.imaginary))
        .toArray(Complex[]::new);
  }

  /** Evaluated without rounding, and with Vieta's sum of the roots. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 12})
  void leavesResidualsOfAFewUnitsInTheLastPlace(int n) {
    Random random = new Random(7L * n);
    int count = 300;
    Complex[][] polynomials = new Complex[count][];
    for (int p = 0; p < count; p++) {
      polynomials[p] = Polynomials.random(n, random);
    }
    UnivariateRoots found = solve(polynomials);
    double mean = 0;
    for (int p = 0; p < count; p++) {
      Complex[] c = polynomials[p];
      Complex sum = c[n - 1].divide(c[n]);
      double allowed = 8 * UNIT * sum.norm();
      for (Complex z : Polynomials.rootsOf(found, p)) {
        double error = Polynomials.exactBackwardError(c, z);
        assertThat(error).isLessThan(2 * UnivariateSolver.tolerance(n));
        mean += error / (n * count);
        sum = sum.add(z);
        allowed += Polynomials.sensitivity(c, z, 2 * UnivariateSolver.tolerance(n));
      }
      assertThat(sum.norm()).isLessThan(allowed);
    }
    assertThat(mean).isLessThan(3 * UNIT);
  }

  @Test
  void findsRootsOfVeryDifferentSizes() {
    double big = 0x1p300;
    assertFinds(
        Polynomials.real(-1, big, -big, 1), new Complex(1), new Complex(big), new Complex(1 / big));
    assertFinds(Polynomials.real(-1e-200, 1, -1e-200), new Complex(1e-200), new Complex(1e200));
    double tiny = 1e-17;
    // z⁵ tiny leading coefficient: four roots of unity of z⁴ = 1, and one near −1/tiny.
    assertFinds(
        Polynomials.real(-1, 0, 0, 0, 1, tiny),
        new Complex(1),
        new Complex(-1),
        new Complex(0, 1),
        new Complex(0, -1),
        new Complex(-1 / tiny));
  }

  @Test
  void keepsZeroRootsExact() {
    Complex[] z = Polynomials.rootsOf(solve(Polynomials.real(0, 0, 0, -8, 0, 0, 1)), 0);
    assertThat(z).filteredOn(Complex::isZero).hasSize(3);
    assertThat(Polynomials.distance(new Complex(2), z)).isLessThan(1e-15);
    assertThat(Polynomials.rootsOf(solve(Polynomials.real(0, 0, 5)), 0)).allMatch(Complex::isZero);
    assertThat(Polynomials.rootsOf(solve(Polynomials.real(0, 0, 0, 5)), 0))
        .allMatch(Complex::isZero);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void refusesPolynomialsWithoutAllRoots(int n) {
    Random random = new Random(3);
    Complex[] good = Polynomials.random(n, random);
    Complex[] shorter = good.clone();
    shorter[n] = Complex.ZERO;
    Complex[] undefined = good.clone();
    undefined[0] = Complex.NaN;
    Complex[] infinite = good.clone();
    infinite[0] = Complex.INF;
    UnivariateRoots found = solve(good, shorter, undefined, infinite);
    assertThat(found.errors()[0]).isLessThanOrEqualTo(UnivariateSolver.tolerance(n));
    for (int p = 1; p < 4; p++) {
      assertThat(found.errors()[p]).isInfinite();
      assertThat(found.roots()[0][p]).isNaN();
    }
    assertThat(found.worstError()).isInfinite();
  }

  /** Powers of two in the variable and in front change no other bit. */
  @ParameterizedTest
  @ValueSource(ints = {-200, -3, 1, 150})
  void scalesExactly(int shift) {
    Random random = new Random(5);
    Complex[] c = Polynomials.random(5, random);
    Complex[] scaled = new Complex[6];
    for (int k = 0; k < 6; k++) {
      scaled[k] = c[k].multiply(Math.scalb(1.0, 17 - shift * k));
    }
    Complex[] z = Polynomials.rootsOf(solve(c), 0);
    Complex[] y = Polynomials.rootsOf(solve(scaled), 0);
    for (int r = 0; r < 5; r++) {
      assertThat(y[r]).isEqualTo(z[r].multiply(Math.scalb(1.0, shift)));
    }
  }

  /** Easy and hard polynomials together, which leave their slots in any order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9})
  void givesTheSameBitsAnywhere(int n) {
    Random random = new Random(11L * n);
    int count = 2500;
    Complex[][] polynomials = new Complex[count][];
    for (int p = 0; p < count; p++) {
      Complex[] roots = new Complex[n];
      for (int r = 0; r < n; r++) {
        boolean repeated = r > 0 && random.nextInt(10) == 0;
        roots[r] = repeated ? roots[r - 1] : Polynomials.gaussian(random);
      }
      polynomials[p] = Polynomials.withRoots(roots);
    }
    double[][] batch = Polynomials.batch(polynomials);
    try (Parallel one = Parallel.of(1);
        Parallel three = Parallel.of(3)) {
      UnivariateRoots expected = UnivariateRoots.of(batch, one);
      UnivariateRoots shared = UnivariateRoots.of(batch, three);
      assertThat(shared.roots()).isDeepEqualTo(expected.roots());
      assertThat(shared.errors()).isEqualTo(expected.errors());
      for (int p = 0; p < count; p += 97) {
        UnivariateRoots alone = solve(polynomials[p]);
        for (int i = 0; i < 2 * n; i++) {
          assertThat(alone.roots()[i][0]).isEqualTo(expected.roots()[i][p], within(0.0));
        }
        assertThat(alone.errors()[0]).isEqualTo(expected.errors()[p], within(0.0));
      }
    }
  }

  @Test
  void refusesShapesThatAreNoPolynomials() {
    assertThatThrownBy(() -> UnivariateRoots.of(new double[2][1], Parallel.common()))
        .hasMessageContaining("2 columns");
    assertThatThrownBy(() -> UnivariateRoots.of(new double[5][1], Parallel.common()))
        .hasMessageContaining("5 columns");
    assertThatThrownBy(() -> UnivariateSolver.ofDegree(0)).hasMessageContaining("degree: 0");
  }
}
