package org.metricflows.numeric.internal.roots;

import java.util.Arrays;

/**
 * Values and derivatives of systems of one shape at a point: all monomials first, each by one
 * product from a lower one, then sums over the terms. Scratch space for one thread.
 */
final class SystemEvaluator {

  private final int unknowns;

  /** Monomial m is monomial {@code parents[m]} times unknown {@code factors[m]}; the first is 1. */
  private final int[] parents;

  private final int[] factors;

  /** The monomial of each term at {@code [equation][term]}. */
  private final int[][] monomials;

  /** The derivative of an equation by an unknown. */
  private final Sum[][] derivatives;

  private final double[] powers;

  /** Σ weights[i] c[terms[i]] times monomial {@code monomials[i]}. */
  private record Sum(int[] terms, int[] monomials, double[] weights) {}

  SystemEvaluator(SystemShape shape) {
    unknowns = shape.unknowns();
    int[][] all = shape.allExponents();
    parents = new int[all.length];
    factors = new int[all.length];
    powers = new double[2 * all.length];
    powers[0] = 1;
    for (int m = 1; m < all.length; m++) {
      factors[m] = firstUnknown(all[m]);
      parents[m] = indexOf(lower(all[m], factors[m]), all);
    }
    monomials = new int[unknowns][];
    derivatives = new Sum[unknowns][unknowns];
    for (int j = 0; j < unknowns; j++) {
      int[][] exponents = shape.exponents(j);
      monomials[j] = Arrays.stream(exponents).mapToInt(e -> indexOf(e, all)).toArray();
      for (int v = 0; v < unknowns; v++) {
        derivatives[j][v] = derivative(exponents, v, all);
      }
    }
  }

  private static int firstUnknown(int[] exponent) {
    int v = 0;
    while (exponent[v] == 0) {
      v++;
    }
    return v;
  }

  private static int[] lower(int[] exponent, int unknown) {
    int[] lowered = exponent.clone();
    lowered[unknown]--;
    return lowered;
  }

  private static int indexOf(int[] exponent, int[][] all) {
    return Arrays.binarySearch(all, exponent, Arrays::compare);
  }

  private static Sum derivative(int[][] exponents, int v, int[][] all) {
    int count = (int) Arrays.stream(exponents).filter(e -> e[v] > 0).count();
    Sum sum = new Sum(new int[count], new int[count], new double[count]);
    int n = 0;
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i][v] > 0) {
        sum.terms[n] = i;
        sum.monomials[n] = indexOf(lower(exponents[i], v), all);
        sum.weights[n++] = exponents[i][v];
      }
    }
    return sum;
  }

  /** Moves to the point x, Re and Im of unknown v at 2v and 2v + 1. */
  void moveTo(double[] x) {
    for (int m = 1; m < parents.length; m++) {
      int from = 2 * parents[m];
      int by = 2 * factors[m];
      powers[2 * m] = powers[from] * x[by] - powers[from + 1] * x[by + 1];
      powers[2 * m + 1] = powers[from] * x[by + 1] + powers[from + 1] * x[by];
    }
  }

  /** Values here of the equations with coefficients c[equation][2·term + part]. */
  void values(double[][] c, double[] out) {
    for (int j = 0; j < unknowns; j++) {
      double re = 0;
      double im = 0;
      double[] of = c[j];
      int[] at = monomials[j];
      for (int i = 0; i < at.length; i++) {
        double x = powers[2 * at[i]];
        double y = powers[2 * at[i] + 1];
        re += of[2 * i] * x - of[2 * i + 1] * y;
        im += of[2 * i] * y + of[2 * i + 1] * x;
      }
      out[2 * j] = re;
      out[2 * j + 1] = im;
    }
  }

  /** The derivative of equation j by unknown v at 2(j K + v). */
  void jacobian(double[][] c, double[] out) {
    for (int j = 0; j < unknowns; j++) {
      for (int v = 0; v < unknowns; v++) {
        put(derivatives[j][v], c[j], out, 2 * (j * unknowns + v));
      }
    }
  }

  private void put(Sum sum, double[] c, double[] out, int place) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < sum.terms.length; i++) {
      int term = 2 * sum.terms[i];
      int power = 2 * sum.monomials[i];
      double x = sum.weights[i] * powers[power];
      double y = sum.weights[i] * powers[power + 1];
      re += c[term] * x - c[term + 1] * y;
      im += c[term] * y + c[term + 1] * x;
    }
    out[place] = re;
    out[place + 1] = im;
  }

  /** max_j |f_j|₁/Σ|c|₁|x^e|₁ here, for the values f of the system with coefficients c. */
  double backwardError(double[][] c, double[] values) {
    double worst = 0;
    for (int j = 0; j < unknowns; j++) {
      double size = 0;
      for (int i = 0; i < monomials[j].length; i++) {
        size += oneNorm(c[j], i) * oneNorm(powers, monomials[j][i]);
      }
      worst = Math.max(worst, oneNorm(values, j) / size);
    }
    return worst;
  }

  private static double oneNorm(double[] numbers, int i) {
    return Math.abs(numbers[2 * i]) + Math.abs(numbers[2 * i + 1]);
  }
}
