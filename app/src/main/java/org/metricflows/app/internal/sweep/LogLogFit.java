package org.metricflows.app.internal.sweep;

import java.util.List;
import java.util.Optional;

/**
 * The slope of log y against log x by least squares: the p of y ∝ x^p.
 *
 * <p>Its standard error is the larger of two. One is what the errors s of the means y imply, √(Σ (x
 * − x̄)² s²/y²)/Σ (x − x̄)² in logarithms; the other is what the points' scatter about the line
 * implies, √(Σ r²/(n−2)/Σ (x − x̄)²). The first alone would trust a line that is none, the second a
 * few points that happen to lie on one.
 *
 * @param slope p
 * @param standardError of the slope; NaN for two points without errors of their own
 * @param points how many there are
 */
public record LogLogFit(double slope, double standardError, int points) {

  /**
   * A point.
   *
   * @param x the abscissa; only positive ones have a logarithm
   * @param y the mean there
   */
  public record Point(double x, MeanAndError y) {
    private boolean hasLogarithm() {
      return x > 0 && Double.isFinite(x) && y.mean() > 0 && Double.isFinite(y.mean());
    }

    private double logX() {
      return Math.log(x);
    }

    private double logY() {
      return Math.log(y.mean());
    }
  }

  /**
   * Fits the points of positive coordinates; none if they have fewer than two abscissas.
   *
   * @param all points, others than positive ones included
   */
  public static Optional<LogLogFit> of(List<Point> all) {
    List<Point> points = all.stream().filter(Point::hasLogarithm).toList();
    double meanX = points.stream().mapToDouble(Point::logX).average().orElse(0);
    double meanY = points.stream().mapToDouble(Point::logY).average().orElse(0);
    double sxx = 0;
    double sxy = 0;
    for (Point point : points) {
      double dx = point.logX() - meanX;
      sxx += dx * dx;
      sxy += dx * (point.logY() - meanY);
    }
    if (points.stream().mapToDouble(Point::x).distinct().count() < 2) {
      return Optional.empty();
    }
    double slope = sxy / sxx;
    double residuals = 0;
    double propagated = 0;
    for (Point point : points) {
      double dx = point.logX() - meanX;
      residuals += Math.pow(point.logY() - meanY - slope * dx, 2);
      propagated += Math.pow(dx * point.y().standardError() / point.y().mean(), 2);
    }
    double scatter = Math.sqrt(residuals / (points.size() - 2) / sxx);
    return Optional.of(
        new LogLogFit(slope, larger(Math.sqrt(propagated) / sxx, scatter), points.size()));
  }

  /** The larger of those that are known. */
  private static double larger(double a, double b) {
    if (Double.isNaN(a)) {
      return b;
    }
    return Double.isNaN(b) ? a : Math.max(a, b);
  }
}
