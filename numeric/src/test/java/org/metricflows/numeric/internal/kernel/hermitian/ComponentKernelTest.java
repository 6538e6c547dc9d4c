package org.metricflows.numeric.internal.kernel.hermitian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.kernel.InfiniteWidthKernel;
import org.metricflows.numeric.internal.kernel.KernelArchitecture;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.kernel.PiecewiseLinearDual;

class ComponentKernelTest {

  private static final int DIRECTIONS = 4;

  /**
   * Σ_r h⁽ʳ⁾(x) h⁽ʳ⁾(x') over an orthonormal basis of the Hermitian forms of the ambient space,
   * times the scalar kernel: the definition, by brute force.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isTheCovarianceOfIndependentAmbientComponents(int m) {
    KernelPoints at = points(m, 5, 3);
    KernelArchitecture network = new KernelArchitecture(2, 2, 1.3, 0.1);
    PiecewiseLinearDual relu = new PiecewiseLinearDual(1, 0);
    ComponentKernel kernel = ComponentKernel.infiniteWidth(new HermitianJetSpace(m), network, relu);
    InfiniteWidthKernel scalar = InfiniteWidthKernel.of(network, relu, 0, 0);
    KernelMatrix gram = MetricGram.gram(kernel, at);
    int n = at.points();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double k = scalar.at(at.values()[a], at.values()[b]).ntk()[0];
        double[][] one = basisForms(at, a);
        double[][] other = basisForms(at, b);
        for (int i = 0; i < m * m; i++) {
          for (int j = 0; j < m * m; j++) {
            double sum = 0;
            for (int r = 0; r < one.length; r++) {
              sum += one[r][i] * other[r][j];
            }
            assertThat(gram.get(i * n + a, j * n + b)).isCloseTo(k * sum, within(1e-12));
          }
        }
      }
    }
  }

  /** A narrow kernel is a delta function: nothing but a point's own block is left. */
  @Test
  void narrowKernelsAreDiagonalInThePoints() {
    KernelPoints at = points(2, 4, 8);
    KernelMatrix gram =
        MetricGram.gram(ComponentKernel.gaussian(new HermitianJetSpace(2), 1e-3), at);
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.columns(); j++) {
        if (i % 4 != j % 4) {
          assertThat(gram.get(i, j)).isZero();
        }
      }
      assertThat(gram.get(i, i)).isPositive();
    }
  }

  @Test
  void pointsWithoutFramesAreRefused() {
    HermitianJetSpace space = new HermitianJetSpace(1);
    KernelPoints bare = KernelPoints.of(space, 1, new double[8], new double[0][]);
    ComponentKernel kernel = ComponentKernel.gaussian(space, 1);
    assertThatThrownBy(() -> kernel.bind(bare, bare)).hasMessageContaining("frames of 0");
  }

  private static KernelPoints points(int m, int count, long seed) {
    HermitianJetSpace space = new HermitianJetSpace(m);
    Random random = new Random(seed);
    double[] jets = random.doubles(space.size() * count * 2L, -1, 1).toArray();
    double[][] frames = new double[2 * m * DIRECTIONS][];
    for (int c = 0; c < frames.length; c++) {
      frames[c] = random.doubles(count, -1, 1).toArray();
    }
    return KernelPoints.of(space, count, jets, frames);
  }

  /** h_ab̄ of each basis form at a point, packed. */
  private static double[][] basisForms(KernelPoints at, int point) {
    double[][] forms = new double[DIRECTIONS * DIRECTIONS][];
    int r = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      for (int j = 0; j <= i; j++) {
        Complex entry = new Complex(i == j ? 1 : Math.sqrt(0.5));
        forms[r++] = packed(at, point, i, j, entry);
        if (j < i) {
          forms[r++] = packed(at, point, i, j, entry.multiply(Complex.I));
        }
      }
    }
    return forms;
  }

  private static double[] packed(KernelPoints at, int point, int i, int j, Complex entry) {
    int m = at.space().dimension();
    double[] packed = new double[m * m];
    int first = 1 + at.space().firsts();
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        Complex h = entry.multiply(e(at, point, a, i)).multiply(e(at, point, b, j).conjugate());
        if (i != j) {
          Complex mirror = entry.conjugate().multiply(e(at, point, a, j));
          h = h.add(mirror.multiply(e(at, point, b, i).conjugate()));
        }
        packed[at.space().real(a, b) - first] = h.getReal();
        if (b > a) {
          packed[at.space().imaginary(a, b) - first] = h.getImaginary();
        }
      }
    }
    return packed;
  }

  private static Complex e(KernelPoints at, int point, int a, int i) {
    int column = 2 * (a * DIRECTIONS + i);
    return new Complex(at.frames()[column][point], at.frames()[column + 1][point]);
  }
}
