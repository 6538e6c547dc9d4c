package org.metricflows.numeric.internal.training;

/**
 * A search along a direction d for a step t that meets Wolfe's strong conditions
 *
 * <pre>
 *   f(t) ≤ f(0) + c₁ t f′(0),      |f′(t)| ≤ c₂ |f′(0)|
 * </pre>
 *
 * with c₁ = 10⁻⁴, c₂ = 0.9. An interval is kept at whose lower end the first condition holds and f
 * still falls too steeply, and at whose upper end (once there is one) the first fails or f rises
 * too steeply: a fitting step lies between. It is cut by cubic interpolation, kept off the ends.
 */
final class WolfeSearch {

  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int MOST_EVALUATIONS = 40;

  /** New steps keep this part of the interval away from its ends. */
  private static final double MARGIN = 0.1;

  private static final double GROWTH = 4;

  private final SmoothFunction f;
  private final LimitedMemoryBfgs.State start;
  private final double[] direction;
  private final double slope;
  private int evaluations;

  /** A step with the function there. */
  record Trial(double step, double[] x, double value, double[] gradient, double slope) {}

  WolfeSearch(SmoothFunction f, LimitedMemoryBfgs.State start, double[] direction) {
    this.f = f;
    this.start = start;
    this.direction = direction;
    this.slope = Vectors.dot(start.gradient(), direction);
  }

  int evaluations() {
    return evaluations;
  }

  /**
   * Searches from a first step on. Where rounding leaves no fitting step, the lowest point found is
   * taken; null if none is lower than the start.
   */
  Trial from(double first) {
    Trial low = new Trial(0, start.x(), start.value(), start.gradient(), slope);
    Trial high = null;
    double step = first;
    while (slope < 0 && evaluations < MOST_EVALUATIONS) {
      Trial trial = at(step);
      boolean falls = trial.value <= start.value() + DECREASE * step * slope;
      if (falls && Math.abs(trial.slope) <= CURVATURE * -slope) {
        return trial;
      }
      if (falls && trial.slope < 0) {
        low = trial;
      } else {
        high = trial;
      }
      step = high == null ? GROWTH * step : between(low, high);
      if (!(step > low.step)) {
        break;
      }
    }
    return low.value < start.value() ? low : null;
  }

  private Trial at(double step) {
    evaluations++;
    double[] x = Vectors.plus(start.x(), step, direction);
    double[] gradient = new double[x.length];
    double value = f.valueGradient(x, gradient);
    return new Trial(step, x, value, gradient, Vectors.dot(gradient, direction));
  }

  /** Where the cubic through both ends' values and slopes is least, kept off the ends. */
  private static double between(Trial low, Trial high) {
    double width = high.step - low.step;
    double middle = low.step + 0.5 * width;
    if (!Double.isFinite(high.value) || !Double.isFinite(high.slope)) {
      return low.step + MARGIN * width;
    }
    double d = low.slope + high.slope - 3 * (high.value - low.value) / width;
    double square = d * d - low.slope * high.slope;
    if (!(square >= 0)) {
      return middle;
    }
    double root = Math.sqrt(square);
    double part = 1 - (high.slope + root - d) / (high.slope - low.slope + 2 * root);
    if (Double.isNaN(part)) {
      return middle;
    }
    return low.step + width * Math.min(1 - MARGIN, Math.max(MARGIN, part));
  }
}
