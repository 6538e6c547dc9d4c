package org.metricflows.numeric.internal.submanifold;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Finds a ball that holds a zero set, by planes of growing offsets that it is met with. */
public final class Closedness {
  private static final int PLANES = 400;
  private static final int MOST_DOUBLINGS = 24;
  private static final int CLIMBS = 8;
  private static final int STEPS = 400;

  /** What a climb reaches that does not end. */
  private static final double UNBOUNDED = 1e3;

  private final EmbeddedCharts charts;

  public Closedness(EmbeddedCharts charts) {
    this.charts = charts;
  }

  /**
   * A radius around the origin beyond which no point was met; empty if there are points at all
   * distances, or none at all.
   *
   * @throws ArithmeticException if planes cannot be met with
   */
  public OptionalDouble radius(long seed) {
    double[][] met = first(seed);
    if (met.length == 0) {
      return OptionalDouble.empty();
    }
    double reach = farthest(met);
    for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
      double next = Math.max(reach, farthest(met(2 * reach, seed)));
      if (next <= 1.01 * reach) {
        double climbed = climbed(met(1.1 * reach, seed), reach);
        return climbed < 0.5 * UNBOUNDED * reach
            ? OptionalDouble.of(1.001 * climbed)
            : OptionalDouble.empty();
      }
      reach = next;
    }
    return OptionalDouble.empty();
  }

  /** Whether any point was met. */
  public boolean isMet(long seed) {
    return first(seed).length > 0;
  }

  private double[][] first(long seed) {
    for (int k = 0; k <= 12; k++) {
      double[][] met = met(Math.scalb(1.0, k % 2 == 0 ? k : -k - 1), seed);
      if (met.length > 0) {
        return met;
      }
    }
    return new double[0][];
  }

  private double[][] met(double radius, long seed) {
    return new RandomPlanes(charts, radius).meet(Integer.MAX_VALUE, PLANES, seed).points();
  }

  private static double farthest(double[][] points) {
    return Arrays.stream(points).mapToDouble(Closedness::length).max().orElse(0);
  }

  private static double length(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  /** The largest distance that the farthest points climb to along the zero set. */
  private double climbed(double[][] points, double reach) {
    double[][] sorted = points.clone();
    Arrays.sort(sorted, (x, y) -> Double.compare(length(y), length(x)));
    double most = reach;
    for (int p = 0; p < Math.min(CLIMBS, sorted.length); p++) {
      most = Math.max(most, length(climb(sorted[p])));
    }
    return most;
  }

  private double[] climb(double[] start) {
    double[] x = start;
    double step = 0.2 * length(x);
    double most = UNBOUNDED * length(start);
    for (int k = 0; k < STEPS && step > 1e-9 * length(x) && length(x) < most; k++) {
      double[] outward = new double[x.length];
      double length = length(x);
      for (int a = 0; a < x.length; a++) {
        outward[a] = x[a] + step * x[a] / length;
      }
      double[] next = charts.project(outward);
      if (length(next) > length(x) * (1 + 1e-12)) {
        x = next;
        step *= 1.5;
      } else {
        step /= 2;
      }
    }
    return x;
  }
}
