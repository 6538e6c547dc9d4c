package org.metricflows.numeric.internal.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calculus on points that are dense near one place, with a function that needs them there. */
class ConcentratedGridTest {
  private static final double CENTRE = 1.2;

  private static double away(double x) {
    return Math.cos(x) - Math.cos(CENTRE);
  }

  /** √(ε² + (cos x − cos c)²): even about both ends, with a corner of size ε at c. */
  private static double corner(double epsilon, double x) {
    return Math.sqrt(epsilon * epsilon + away(x) * away(x));
  }

  private static double slope(double epsilon, double x) {
    return -Math.sin(x) * away(x) / corner(epsilon, x);
  }

  private static double bend(double epsilon, double x) {
    double f = corner(epsilon, x);
    double s = Math.sin(x);
    return (s * s - Math.cos(x) * away(x)) / f - Math.pow(s * away(x), 2) / (f * f * f);
  }

  private static ConcentratedGrid grid(int size, double width) {
    return new ConcentratedGrid(new CosineGrid(size), new Concentration(CENTRE, width));
  }

  private static double[] values(EvenGrid grid, DoubleUnaryOperator f) {
    return Arrays.stream(grid.points()).map(f).toArray();
  }

  private static double largest(double[] a, double[] b, double scale) {
    double largest = 0;
    for (int j = 0; j < a.length; j++) {
      largest = Math.max(largest, Math.abs(a[j] - b[j]) / scale);
    }
    return largest;
  }

  /** Even points would have to be closer than ε: here some thousands; 160 do, as log(1/ε) grows. */
  @ParameterizedTest
  @CsvSource({"0.1, 1e-9", "0.01, 1e-7", "0.001, 1e-6"})
  void aCornerIsResolved(double epsilon, double accuracy) {
    EvenGrid grid = grid(160, epsilon);
    double[] f = values(grid, x -> corner(epsilon, x));
    double[] first = new double[f.length];
    double[] second = new double[f.length];
    grid.differentiate(f, first);
    grid.differentiateTwice(f, second);
    assertThat(largest(first, values(grid, x -> slope(epsilon, x)), 1)).isLessThan(accuracy);
    assertThat(largest(second, values(grid, x -> bend(epsilon, x)), 1 / epsilon))
        .isLessThan(30 * accuracy);
    EvenSeries series = grid.series(f).truncated(grid.modes());
    for (double x : new double[] {0, 0.3, CENTRE - epsilon / 2, CENTRE + 3 * epsilon, 2.9}) {
      assertThat(series.value(x)).isCloseTo(corner(epsilon, x), within(accuracy));
      assertThat(series.derivative(x)).isCloseTo(slope(epsilon, x), within(accuracy));
      assertThat(series.secondDerivative(x))
          .isCloseTo(bend(epsilon, x), within(30 * accuracy / epsilon));
    }
  }

  /** Errors fall exponentially with the points. */
  @Test
  void accuracyIsSpectral() {
    double before = 1;
    for (int size : new int[] {32, 64, 96}) {
      EvenGrid grid = grid(size, 0.03);
      double[] first = new double[size];
      grid.differentiate(values(grid, x -> corner(0.03, x)), first);
      double error = largest(first, values(grid, x -> slope(0.03, x)), 1);
      assertThat(error).isLessThan(before / 10);
      before = error;
    }
  }

  /** ∫ cos² x dx = π/2, its primitive less the mean is sin 2x/4; ∫ cos² x sin x dx = 2/3. */
  @Test
  void integralsAreThoseOfTheInterval() {
    EvenGrid grid = grid(128, 0.05);
    double[] f = values(grid, x -> Math.cos(x) * Math.cos(x));
    assertThat(grid.mean(f)).isCloseTo(0.5, within(1e-10));
    double[] primitive = new double[f.length];
    grid.integrate(f, primitive);
    assertThat(largest(primitive, values(grid, x -> Math.sin(2 * x) / 4), 1)).isLessThan(1e-10);
    double sum = 0;
    double sines = 0;
    for (int j = 0; j < f.length; j++) {
      sum += grid.weights()[j] * f[j];
      sines += grid.sineWeights()[j] * f[j];
    }
    assertThat(sum).isCloseTo(Math.PI / 2, within(1e-10));
    assertThat(sines).isCloseTo(2.0 / 3, within(1e-10));
  }

  /** θ is a coordinate: 0 and π at the ends, its inverse exact, points dense as 1/w at c. */
  @ParameterizedTest
  @CsvSource({"1", "0.1", "0.001", "1e-5"})
  void theMapIsACoordinate(double width) {
    Concentration map = new Concentration(CENTRE, width);
    assertThat(map.theta(0)).isZero();
    assertThat(map.theta(Math.PI)).isCloseTo(Math.PI, within(1e-14));
    for (double x : new double[] {1e-3, 0.5, CENTRE - width, CENTRE, CENTRE + 2 * width, 3.1}) {
      if (x < Math.PI) {
        assertThat(map.at(map.theta(x))).isCloseTo(x, within(1e-13));
        double h = 1e-4 * (width + Math.abs(x - CENTRE));
        double difference = (map.theta(x + h) - map.theta(x - h)) / (2 * h);
        assertThat(map.slope(x)).isCloseTo(difference, within(1e-7 * map.slope(x)));
        double bend = (map.slope(x + h) - map.slope(x - h)) / (2 * h);
        assertThat(map.bend(x)).isCloseTo(bend, within(1e-6 * (map.slope(x) / width)));
      }
    }
  }
}
