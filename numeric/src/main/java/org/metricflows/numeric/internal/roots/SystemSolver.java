package org.metricflows.numeric.internal.roots;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Finds all isolated roots of square polynomial systems of one shape in the calling thread. An
 * instance is scratch space: one thread at a time.
 *
 * <p><b>Method.</b> A system with random coefficients is solved once, by paths from products of
 * random linear forms, whose common zeros are known. All its roots are then followed to those of
 * each given system, while the coefficients go from the one's to the other's in a straight line: as
 * many paths as there are roots, none of which runs off to infinity.
 *
 * <p><b>Completeness.</b> No system has more isolated roots than {@link SystemShape#rootCount}. So
 * many ends that are simple and distinct are therefore all. If a path fails, or two come to the
 * same end since one jumped, everything is done again from another random system with a tenth of
 * the tolerance, up to five times.
 */
public final class SystemSolver {

  private static final int ATTEMPTS = 6;
  private static final double TOLERANCE = 1e-2;
  private static final double CAREFUL = 1e-7;

  /** Ends closer than this are one, relative to their size. */
  private static final double DISTINCT = 0x1p-30;

  private final SystemShape shape;
  private final PathTracker tracker;
  private final List<StartSystem> starts = new ArrayList<>();
  private final double[][] equations;
  private final double[][] ends;
  private double worst;

  private SystemSolver(SystemShape shape) {
    this.shape = shape;
    tracker = new PathTracker(shape);
    equations = new double[shape.unknowns()][];
    for (int j = 0; j < equations.length; j++) {
      equations[j] = new double[2 * shape.terms(j)];
    }
    ends = new double[shape.rootCount()][2 * shape.unknowns()];
  }

  /** A solver for systems of this shape. */
  public static SystemSolver of(SystemShape shape) {
    return new SystemSolver(shape);
  }

  /**
   * Solves systems {@code from ≤ p < to}.
   *
   * @param coefficients Re and Im of the coefficient of a term, in the order of {@link
   *     SystemShape#exponents}, at {@code [equation][2·term + part][p]}
   * @param roots receives Re and Im of unknown v of root r at {@code [2(r K + v) + part][p]}, in no
   *     particular order; NaN where there is an infinite error
   * @param errors receives the largest max_j |f_j(x)|₁/Σ|c|₁|x^e|₁ of a system's roots, |x + iy|₁ =
   *     |x| + |y|: a few units in the last place; infinite if not all roots were found
   */
  public void solve(
      double[][][] coefficients, double[][] roots, double[] errors, int from, int to) {
    for (int p = from; p < to; p++) {
      boolean solved = load(coefficients, p) && solve();
      errors[p] = solved ? worst : Double.POSITIVE_INFINITY;
      for (int i = 0; i < roots.length; i++) {
        int length = 2 * shape.unknowns();
        roots[i][p] = solved ? ends[i / length][i % length] : Double.NaN;
      }
    }
  }

  /** Takes a system, its equations scaled by powers of two; false if one has no finite size. */
  private boolean load(double[][][] coefficients, int p) {
    for (int j = 0; j < equations.length; j++) {
      double largest = 0;
      for (int i = 0; i < equations[j].length; i++) {
        equations[j][i] = coefficients[j][i][p];
        largest = Math.max(largest, Math.abs(equations[j][i]));
      }
      if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
        return false;
      }
      int exponent = Math.getExponent(largest);
      for (int i = 0; i < equations[j].length; i++) {
        equations[j][i] = Math.scalb(equations[j][i], -exponent);
      }
    }
    return true;
  }

  private boolean solve() {
    double tolerance = TOLERANCE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (follow(start(attempt), equations, tolerance)) {
        return true;
      }
      tolerance /= 10;
    }
    return false;
  }

  private StartSystem start(int attempt) {
    while (starts.size() <= attempt) {
      starts.add(randomSystem(starts.size()));
    }
    return starts.get(attempt);
  }

  private StartSystem randomSystem(int seed) {
    Random random = new Random(seed);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StartSystem forms = StartSystem.ofLinearForms(shape, random);
      double[][] coefficients = StartSystem.randomCoefficients(shape, random);
      if (follow(forms, coefficients, CAREFUL)) {
        double[][] roots = new double[ends.length][];
        for (int r = 0; r < roots.length; r++) {
          roots[r] = ends[r].clone();
        }
        return new StartSystem(coefficients, roots);
      }
    }
    throw new IllegalStateException("no random system of this shape could be solved");
  }

  /** Follows all roots of a start to those of a system, and tells whether these are all. */
  private boolean follow(StartSystem start, double[][] system, double tolerance) {
    worst = 0;
    tracker.between(start.coefficients(), system);
    for (int r = 0; r < ends.length; r++) {
      if (!tracker.follow(start.roots()[r], tolerance, ends[r]) || !isNew(r)) {
        return false;
      }
      worst = Math.max(worst, tracker.error());
    }
    return true;
  }

  private boolean isNew(int r) {
    for (int q = 0; q < r; q++) {
      double apart = 0;
      double size = 1;
      for (int i = 0; i < ends[r].length; i++) {
        apart = Math.max(apart, Math.abs(ends[r][i] - ends[q][i]));
        size = Math.max(size, Math.abs(ends[r][i]));
      }
      if (apart <= DISTINCT * size) {
        return false;
      }
    }
    return true;
  }
}
