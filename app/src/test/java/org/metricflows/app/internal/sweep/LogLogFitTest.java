package org.metricflows.app.internal.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes and their errors against an independent regression and closed forms. */
class LogLogFitTest {
  /** Rounding alone. */
  private static final double TOLERANCE = 1e-12;

  private static LogLogFit.Point point(double x, double y, double error) {
    return new LogLogFit.Point(x, new MeanAndError(y, error, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithALinearRegressionOfTheLogarithms(long seed) {
    Random random = new Random(seed);
    SimpleRegression regression = new SimpleRegression();
    List<LogLogFit.Point> points = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double x = Math.exp(3 * random.nextDouble());
      double y = Math.pow(x, -0.5) * Math.exp(0.1 * random.nextGaussian());
      regression.addData(Math.log(x), Math.log(y));
      points.add(point(x, y, Double.NaN));
    }
    LogLogFit fit = LogLogFit.of(points).orElseThrow();
    assertThat(fit.slope()).isCloseTo(regression.getSlope(), within(TOLERANCE));
    assertThat(fit.standardError()).isCloseTo(regression.getSlopeStdErr(), within(TOLERANCE));
    assertThat(fit.points()).isEqualTo(6);
  }

  /** Three points at log x = −1, 0, 1 on a line: variance (s₁² + s₃²)/(1 + 1)², s relative. */
  @Test
  void carriesTheErrorsOfTheMeansThrough() {
    LogLogFit fit =
        LogLogFit.of(
                List.of(
                    point(Math.exp(-1), 1 / Math.E, 0.03 / Math.E),
                    point(1, 1, 0.5),
                    point(Math.E, Math.E, 0.04 * Math.E)))
            .orElseThrow();
    assertThat(fit.slope()).isCloseTo(1, within(TOLERANCE));
    assertThat(fit.standardError()).isCloseTo(0.05 / 2, within(TOLERANCE));
  }

  /** Residuals of (0, 3δ, 0) at −1, 0, 1 are (−δ, 2δ, −δ): error √(6δ²/1/2). */
  @Test
  void scatterBeyondTheErrorsCounts() {
    double delta = 0.01;
    List<LogLogFit.Point> points =
        List.of(
            point(Math.exp(-1), 1, 1e-9),
            point(1, Math.exp(3 * delta), 1e-9),
            point(Math.E, 1, 1e-9));
    LogLogFit fit = LogLogFit.of(points).orElseThrow();
    assertThat(fit.slope()).isCloseTo(0, within(TOLERANCE));
    assertThat(fit.standardError()).isCloseTo(delta * Math.sqrt(3), within(TOLERANCE));
  }

  @Test
  void twoPointsHaveTheErrorOfTheirMeansAlone() {
    double log2 = Math.log(2);
    LogLogFit exact =
        LogLogFit.of(List.of(point(1, 1, Double.NaN), point(2, 8, Double.NaN))).orElseThrow();
    assertThat(exact.slope()).isCloseTo(3, within(TOLERANCE));
    assertThat(exact.standardError()).isNaN();
    LogLogFit measured = LogLogFit.of(List.of(point(1, 1, 0.03), point(2, 8, 0.32))).orElseThrow();
    assertThat(measured.standardError()).isCloseTo(0.05 / log2, within(TOLERANCE));
  }

  @Test
  void whatHasNoLogarithmIsLeftOut() {
    List<LogLogFit.Point> points =
        List.of(
            point(0, 0, 0),
            point(1, 2, 0),
            point(2, 4, 0),
            point(3, -1, 0),
            point(4, Double.NaN, 0));
    LogLogFit fit = LogLogFit.of(points).orElseThrow();
    assertThat(fit.points()).isEqualTo(2);
    assertThat(fit.slope()).isCloseTo(1, within(TOLERANCE));
    assertThat(LogLogFit.of(points.subList(0, 2))).isEmpty();
    assertThat(LogLogFit.of(List.of(point(1, 2, 0), point(1, 3, 0)))).isEmpty();
    assertThat(LogLogFit.of(List.of())).isEmpty();
  }
}
