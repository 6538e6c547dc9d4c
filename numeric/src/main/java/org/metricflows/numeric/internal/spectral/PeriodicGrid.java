package org.metricflows.numeric.internal.spectral;

/**
 * A regular grid on a torus of dimension 1, 2 or 3: points x_a = L_a·i_a/n_a, the last index
 * running fastest.
 *
 * <p>Along an axis of n points Fourier modes have the numbers m = 0, ±1, …, the wave numbers 2πm/L.
 * The 2/3 rule keeps |m| &lt; n/3: products of two kept fields then alias only onto modes that are
 * dropped.
 */
public final class PeriodicGrid {
  private static final int MAX_DIMENSION = 3;

  private final int[] sizes;
  private final double[] periods;

  private PeriodicGrid(int[] sizes, double[] periods) {
    this.sizes = sizes.clone();
    this.periods = periods.clone();
  }

  /**
   * A grid of {@code sizes[a]} points on a period {@code periods[a]} along each axis a.
   *
   * @throws IllegalArgumentException if there are not 1 to 3 axes, a size is not positive, or a
   *     period is not positive and finite
   */
  public static PeriodicGrid of(int[] sizes, double[] periods) {
    if (sizes.length < 1 || sizes.length > MAX_DIMENSION || periods.length != sizes.length) {
      throw new IllegalArgumentException(
          "grid: "
              + sizes.length
              + " sizes and "
              + periods.length
              + " periods; 1 to 3 are allowed");
    }
    for (int a = 0; a < sizes.length; a++) {
      if (sizes[a] < 1 || !(periods[a] > 0) || Double.isInfinite(periods[a])) {
        throw new IllegalArgumentException(
            "grid: axis " + a + " has " + sizes[a] + " points on the period " + periods[a]);
      }
    }
    return new PeriodicGrid(sizes, periods);
  }

  /** The number of axes. */
  public int dimension() {
    return sizes.length;
  }

  /** The number of points along an axis. */
  public int size(int axis) {
    return sizes[axis];
  }

  /** The period of an axis. */
  public double period(int axis) {
    return periods[axis];
  }

  /** The number of points. */
  public int points() {
    int points = 1;
    for (int size : sizes) {
      points *= size;
    }
    return points;
  }

  /** The volume of a cell in coordinates, the weight of the trapezoidal rule. */
  public double cell() {
    double cell = 1;
    for (int a = 0; a < sizes.length; a++) {
      cell *= periods[a] / sizes[a];
    }
    return cell;
  }

  /** The coordinates of all points: {@code [axis][point]}. */
  public double[][] coordinates() {
    double[][] columns = new double[sizes.length][points()];
    for (int p = 0; p < columns[0].length; p++) {
      int rest = p;
      for (int a = sizes.length - 1; a >= 0; a--) {
        columns[a][p] = rest % sizes[a] * (periods[a] / sizes[a]);
        rest /= sizes[a];
      }
    }
    return columns;
  }

  /** The largest mode number that the 2/3 rule keeps along an axis. */
  public int keptModes(int axis) {
    return (sizes[axis] - 1) / 3;
  }

  /** The number m of the mode at an index of a transform: 0, 1, …, −2, −1. */
  int mode(int axis, int index) {
    return 2 * index <= sizes[axis] ? index : index - sizes[axis];
  }

  /** 2πm/L. */
  double waveNumber(int axis, int index) {
    return 2 * Math.PI / periods[axis] * mode(axis, index);
  }

  /** Whether the 2/3 rule keeps the mode at an index. */
  boolean keeps(int axis, int index) {
    return Math.abs(mode(axis, index)) <= keptModes(axis);
  }
}
