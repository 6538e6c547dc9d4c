package org.metricflows.numeric.internal.spectral;

/** Cosine and sine of 2πj/n, by reduction to the first octant exact where the value is. */
final class Roots {

  private Roots() {}

  static double cos(long j, long n) {
    long turn = Math.floorMod(j, n);
    if (2 * turn > n) {
      turn = n - turn;
    }
    if (4 * turn > n) {
      return -inFirstQuadrant(n - 2 * turn, 2 * n);
    }
    return inFirstQuadrant(2 * turn, 2 * n);
  }

  static double sin(long j, long n) {
    return cos(4 * j - n, 4 * n);
  }

  /** cos 2πj/n for 0 ≤ 4j ≤ n. */
  private static double inFirstQuadrant(long j, long n) {
    if (8 * j > n) {
      return Math.sin(2 * Math.PI * (n - 4 * j) / (4.0 * n));
    }
    return Math.cos(2 * Math.PI * j / n);
  }
}
