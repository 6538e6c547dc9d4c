package org.metricflows.numeric.internal.roots;

/**
 * Follows a root x(s) of H(x, s) = (1 − s) G(x) + s F(x) from a system G whose roots are known, at
 * s = 0, to F at s = 1. For almost all complex G no path meets a singular point before its end.
 *
 * <p>A step is one of Runge and Kutta's fourth-order method along ẋ = −(∂H/∂x)⁻¹ ∂H/∂s, and two of
 * Newton's. The first of these shows the prediction's error, which has to be within a tolerance;
 * the second has to be much smaller than the first, which it is not where the path is about to be
 * lost to another. Scratch space for one thread.
 */
final class PathTracker {

  private static final double FIRST_STEP = 0x1p-4;
  private static final double SMALLEST_STEP = 0x1p-30;

  /** Errors of a fourth-order step fall by 2⁵ with half the step; half as much again is spared. */
  private static final double DOUBLING = 1.0 / 48;

  /** What Newton's second step may be of the first one, unless it is small anyway. */
  private static final double CONTRACTION = 1.0 / 16;

  private static final double SMALL = 0x1p-36;
  private static final int REFINEMENTS = 12;

  private final int length;
  private final SystemEvaluator evaluator;
  private final ComplexLu jacobian;

  /** F − G, and H at the current s. */
  private final double[][] difference;

  private final double[][] blend;

  private double[][] start;
  private double[][] target;

  private final double[] value;
  private final double[] newton;
  private final double[] x;
  private final double[] y;
  private final double[][] slopes;
  private double error;

  PathTracker(SystemShape shape) {
    length = 2 * shape.unknowns();
    evaluator = new SystemEvaluator(shape);
    jacobian = new ComplexLu(shape.unknowns());
    difference = new double[shape.unknowns()][];
    blend = new double[shape.unknowns()][];
    for (int j = 0; j < difference.length; j++) {
      difference[j] = new double[2 * shape.terms(j)];
      blend[j] = new double[2 * shape.terms(j)];
    }
    value = new double[length];
    newton = new double[length];
    x = new double[length];
    y = new double[length];
    slopes = new double[5][length];
  }

  /** Prepares for paths from G to F, both with coefficients [equation][2·term + part]. */
  void between(double[][] g, double[][] f) {
    start = g;
    target = f;
    for (int j = 0; j < difference.length; j++) {
      for (int i = 0; i < difference[j].length; i++) {
        difference[j][i] = f[j][i] - g[j][i];
      }
    }
  }

  /**
   * Follows the path of a root of G to its end and refines that.
   *
   * @return whether the end is reached, and is a simple root in the numbers' precision
   */
  boolean follow(double[] root, double tolerance, double[] end) {
    System.arraycopy(root, 0, x, 0, length);
    double s = 0;
    double step = FIRST_STEP;
    blend(0);
    if (!slope(x, slopes[0])) {
      return false;
    }
    while (s < 1) {
      step = Math.min(step, 1 - s);
      double miss = advance(s, step, tolerance);
      if (miss <= tolerance) {
        s += step;
        System.arraycopy(y, 0, x, 0, length);
        System.arraycopy(slopes[4], 0, slopes[0], 0, length);
        step = miss < tolerance * DOUBLING ? 2 * step : step;
      } else {
        step /= 2;
        if (step < SMALLEST_STEP) {
          return false;
        }
      }
    }
    return refine(end);
  }

  /** The backward error of the end that {@link #follow} found last. */
  double error() {
    return error;
  }

  /**
   * Tries a step from x, with the slope there in the first place, to y, with the slope there in the
   * last.
   *
   * @return the prediction's relative error, infinite if the step is not to be trusted
   */
  private double advance(double s, double step, double tolerance) {
    blend(s + step / 2);
    if (!slopeAt(step / 2, slopes[0], slopes[1]) || !slopeAt(step / 2, slopes[1], slopes[2])) {
      return Double.POSITIVE_INFINITY;
    }
    blend(s + step);
    if (!slopeAt(step, slopes[2], slopes[3])) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < length; i++) {
      double middle = slopes[1][i] + slopes[2][i];
      y[i] = x[i] + step / 6 * (slopes[0][i] + 2 * middle + slopes[3][i]);
    }
    if (!newton(blend)) {
      return Double.POSITIVE_INFINITY;
    }
    double scale = 1 + largest(y);
    double first = largest(newton) / scale;
    if (!(first <= tolerance)) {
      return Double.POSITIVE_INFINITY;
    }
    subtractNewton();
    if (!newton(blend)) {
      return Double.POSITIVE_INFINITY;
    }
    double second = largest(newton) / scale;
    evaluator.values(difference, slopes[4]);
    negate(slopes[4]);
    jacobian.solve(slopes[4]);
    subtractNewton();
    return second <= Math.max(SMALL, CONTRACTION * first) ? first : Double.POSITIVE_INFINITY;
  }

  private void blend(double s) {
    for (int j = 0; j < blend.length; j++) {
      for (int i = 0; i < blend[j].length; i++) {
        blend[j][i] = Math.fma(s, difference[j][i], start[j][i]);
      }
    }
  }

  private boolean slopeAt(double step, double[] along, double[] slope) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(step, along[i], x[i]);
    }
    return slope(y, slope);
  }

  private boolean slope(double[] at, double[] slope) {
    evaluator.moveTo(at);
    evaluator.jacobian(blend, jacobian.a);
    evaluator.values(difference, slope);
    negate(slope);
    if (!jacobian.factor()) {
      return false;
    }
    jacobian.solve(slope);
    return true;
  }

  /** Newton's step at y for a system, without taking it. */
  private boolean newton(double[][] system) {
    evaluator.moveTo(y);
    evaluator.jacobian(system, jacobian.a);
    evaluator.values(system, value);
    if (!jacobian.factor()) {
      return false;
    }
    System.arraycopy(value, 0, newton, 0, length);
    jacobian.solve(newton);
    return true;
  }

  private void subtractNewton() {
    for (int i = 0; i < length; i++) {
      y[i] -= newton[i];
    }
  }

  /** Newton's iteration for F from x, while it gets closer. */
  private boolean refine(double[] end) {
    System.arraycopy(x, 0, y, 0, length);
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REFINEMENTS; i++) {
      if (!newton(target)) {
        return false;
      }
      double size = largest(newton) / (1 + largest(y));
      if (!(size < last)) {
        break;
      }
      last = size;
      error = evaluator.backwardError(target, value);
      System.arraycopy(y, 0, end, 0, length);
      subtractNewton();
    }
    return last <= SMALL;
  }

  private static void negate(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = -numbers[i];
    }
  }

  private static double largest(double[] numbers) {
    double most = 0;
    for (double number : numbers) {
      most = Math.max(most, Math.abs(number));
    }
    return most;
  }
}
