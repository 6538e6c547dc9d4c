package org.metricflows.numeric.internal.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/** The heat kernel against its other face, a sum of Gaussians, and cosine features against it. */
class PeriodicHeatKernelTest {
  private static final double[] PERIODS = {2 * Math.PI, 3.0};

  /** By Poisson's summation Σ_k e^{−ℓ²k²/2} cos ks/P is Σ_n exp(−(s+nP)²/2ℓ²)/(√2π ℓ). */
  private static DerivativeStructure wrapped(
      DerivativeStructure s, double period, double bandwidth) {
    DerivativeStructure sum = s.getField().getZero();
    for (int n = -12; n <= 12; n++) {
      DerivativeStructure shifted = s.add(n * period);
      sum = sum.add(shifted.multiply(shifted).divide(-2 * bandwidth * bandwidth).exp());
    }
    return sum.divide(Math.sqrt(2 * Math.PI) * bandwidth);
  }

  private static double[][] points(int count, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[count][2];
    for (double[] point : points) {
      point[0] = PERIODS[0] * random.nextDouble();
      point[1] = PERIODS[1] * random.nextDouble();
    }
    return points;
  }

  /** Two independent sums in double precision: agreement to rounding in the largest derivative. */
  @ParameterizedTest
  @CsvSource({"0.2", "0.5", "1.1"})
  void isTheSumOfWrappedGaussians(double bandwidth) {
    double[][] x = points(3, 1);
    double[][] y = points(4, 2);
    KernelMatrix matrix = PeriodicHeatKernel.of(PERIODS, bandwidth).matrix(x, 2, y, 2);
    DSFactory factory = new DSFactory(4, 4);
    JetSpace space = new JetSpace(2, 2);
    int[][] orders = {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}};
    assertThat(space.size()).isEqualTo(orders.length);
    double scale = Math.pow(bandwidth, -6);
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < y.length; b++) {
        DerivativeStructure oracle = factory.getDerivativeField().getOne();
        for (int i = 0; i < 2; i++) {
          DerivativeStructure s =
              factory.variable(i, x[a][i]).subtract(factory.variable(2 + i, y[b][i]));
          oracle = oracle.multiply(wrapped(s, PERIODS[i], bandwidth));
        }
        for (int alpha = 0; alpha < orders.length; alpha++) {
          for (int beta = 0; beta < orders.length; beta++) {
            double expected =
                oracle.getPartialDerivative(
                    orders[alpha][0], orders[alpha][1], orders[beta][0], orders[beta][1]);
            assertThat(matrix.get(alpha * x.length + a, beta * y.length + b))
                .isCloseTo(expected, within(1e-13 * scale));
          }
        }
      }
    }
  }

  /** Jets of the features are derivatives of their values: Θ_N is built from the same cosines. */
  @Test
  void featureJetsAreDerivatives() {
    CosineFeatures features = CosineFeatures.draw(PERIODS, 0.6, 7, 3);
    double[][] x = points(2, 4);
    KernelMatrix jets = features.jets(x, 2);
    DSFactory factory = new DSFactory(2, 2);
    int[][] orders = {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}};
    for (int a = 0; a < x.length; a++) {
      for (int n = 0; n < features.width(); n++) {
        DerivativeStructure angle = factory.constant(features.phases()[n]);
        for (int i = 0; i < 2; i++) {
          angle = angle.add(factory.variable(i, x[a][i]).multiply(features.waves()[n][i]));
        }
        DerivativeStructure value =
            angle.cos().multiply(features.amplitude() * Math.sqrt(2.0 / features.width()));
        for (int alpha = 0; alpha < orders.length; alpha++) {
          assertThat(jets.get(alpha * x.length + a, n))
              .isCloseTo(value.getPartialDerivative(orders[alpha]), within(1e-12));
        }
      }
    }
  }

  /** Waves are integers: features have the periods of the torus. */
  @Test
  void featuresArePeriodic() {
    CosineFeatures features = CosineFeatures.draw(PERIODS, 0.3, 200, 5);
    double[][] x = {{0.3, 0.4}, {0.3 + PERIODS[0], 0.4 - 2 * PERIODS[1]}};
    KernelMatrix values = features.jets(x, 0);
    for (int n = 0; n < features.width(); n++) {
      assertThat(values.get(1, n)).isCloseTo(values.get(0, n), within(1e-12));
    }
  }

  /**
   * The mean over many features is the kernel: each entry is a mean of N independent terms of known
   * spread, so that all 3 × 3 entries lie within five standard errors.
   */
  @Test
  void theMeanOfManyFeaturesIsTheKernel() {
    double bandwidth = 0.7;
    double[][] x = points(3, 6);
    KernelMatrix limit = PeriodicHeatKernel.of(PERIODS, bandwidth).matrix(x, 0, x, 0);
    CosineFeatures features = CosineFeatures.draw(PERIODS, bandwidth, 200_000, 7);
    KernelMatrix phi = features.jets(x, 0);
    int width = features.width();
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < x.length; b++) {
        double sum = 0;
        double square = 0;
        for (int n = 0; n < width; n++) {
          double term = phi.get(a, n) * phi.get(b, n) * width;
          sum += term;
          square += term * term;
        }
        double mean = sum / width;
        double error = Math.sqrt((square / width - mean * mean) / width);
        assertThat(mean).isCloseTo(limit.get(a, b), within(5 * error));
      }
    }
  }

  @Test
  void theSameSeedDrawsTheSameFeatures() {
    CosineFeatures one = CosineFeatures.draw(PERIODS, 0.3, 50, 8);
    CosineFeatures two = CosineFeatures.draw(PERIODS, 0.3, 50, 8);
    assertThat(one.waves()).isDeepEqualTo(two.waves());
    assertThat(one.phases()).isEqualTo(two.phases());
    assertThat(CosineFeatures.draw(PERIODS, 0.3, 50, 9).phases()).isNotEqualTo(one.phases());
  }

  @Test
  void refusesABandwidthThatNeedsTooManyWaves() {
    assertThatThrownBy(() -> PeriodicHeatKernel.of(PERIODS, 1e-9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bandwidth: 1.0E-9 is too small for the period");
  }
}
