package org.metricflows.numeric.internal.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product of two series as a list of terms out += factor · left · right over real coefficients.
 */
final class ProductTerms {

  /** Coefficient of the result, and of the two series. */
  final int[] out;

  final int[] left;
  final int[] right;
  final double[] factor;

  private record Key(int out, int left, int right) {}

  /** One of the real numbers that a complex one is made of, with the sign it enters with. */
  private record Part(int position, int sign) {}

  private ProductTerms(Map<Key, Double> terms) {
    List<Map.Entry<Key, Double>> list = new ArrayList<>(terms.entrySet());
    list.removeIf(term -> term.getValue() == 0);
    out = list.stream().mapToInt(t -> t.getKey().out()).toArray();
    left = list.stream().mapToInt(t -> t.getKey().left()).toArray();
    right = list.stream().mapToInt(t -> t.getKey().right()).toArray();
    factor = list.stream().mapToDouble(Map.Entry::getValue).toArray();
  }

  /**
   * The terms of (fg)_αβ̄ = Σ f_α′β̄′ g_α″β̄″ over α′α″ = α, β′β″ = β.
   *
   * @param leastLeft total degree below which the left series has no terms
   * @param leastRight likewise the right one
   * @param square whether both are the same series
   */
  static ProductTerms of(SeriesSpace space, int leastLeft, int leastRight, boolean square) {
    Map<Key, Double> terms = new LinkedHashMap<>();
    int n = space.monomials();
    for (int alpha = 0; alpha < n; alpha++) {
      for (int beta = alpha; beta < n; beta++) {
        for (int[] a : splittings(space, alpha)) {
          for (int[] b : splittings(space, beta)) {
            if (space.degree(a[0]) + space.degree(b[0]) >= leastLeft
                && space.degree(a[1]) + space.degree(b[1]) >= leastRight) {
              add(space, terms, new int[] {alpha, beta}, a, b, square);
            }
          }
        }
      }
    }
    return new ProductTerms(terms);
  }

  /** The pairs of monomials with a given product. */
  private static List<int[]> splittings(SeriesSpace space, int monomial) {
    List<int[]> pairs = new ArrayList<>(List.of(new int[] {0, monomial}));
    if (monomial > 0) {
      pairs.add(new int[] {monomial, 0});
    }
    for (int a = 0; a < space.dimension(); a++) {
      for (int b = 0; b < space.dimension(); b++) {
        if (space.monomial(a, b) == monomial) {
          pairs.add(new int[] {space.monomial(a), space.monomial(b)});
        }
      }
    }
    return pairs;
  }

  private static void add(
      SeriesSpace space, Map<Key, Double> terms, int[] out, int[] a, int[] b, boolean square) {
    Part realLeft = real(space, a[0], b[0]);
    Part realRight = real(space, a[1], b[1]);
    Part left = imaginary(space, a[0], b[0]);
    Part right = imaginary(space, a[1], b[1]);
    int re = space.real(out[0], out[1]);
    add(terms, re, realLeft, realRight, 1, square);
    add(terms, re, left, right, -1, square);
    if (out[0] < out[1]) {
      add(terms, re + 1, realLeft, right, 1, square);
      add(terms, re + 1, left, realRight, 1, square);
    }
  }

  private static Part real(SeriesSpace space, int alpha, int beta) {
    return new Part(space.real(alpha, beta), 1);
  }

  private static Part imaginary(SeriesSpace space, int alpha, int beta) {
    if (alpha == beta) {
      return new Part(0, 0);
    }
    return new Part(space.real(alpha, beta) + 1, alpha < beta ? 1 : -1);
  }

  private static void add(
      Map<Key, Double> terms, int out, Part left, Part right, int sign, boolean square) {
    double factor = sign * left.sign() * right.sign();
    boolean swap = square && left.position() > right.position();
    Key key =
        swap
            ? new Key(out, right.position(), left.position())
            : new Key(out, left.position(), right.position());
    terms.merge(key, factor, Double::sum);
  }

  /**
   * Adds the product to runs of {@code count} numbers: coefficient c of a series is at {@code at +
   * c · run}.
   */
  void accumulate(
      double[] x,
      int xAt,
      int xRun,
      double[] y,
      int yAt,
      int yRun,
      double[] z,
      int zAt,
      int zRun,
      int count) {
    for (int t = 0; t < out.length; t++) {
      add(
          factor[t],
          x,
          xAt + left[t] * xRun,
          y,
          yAt + right[t] * yRun,
          z,
          zAt + out[t] * zRun,
          count);
    }
  }

  private static void add(
      double factor, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int count) {
    for (int i = 0; i < count; i++) {
      z[zAt + i] = Math.fma(factor * x[xAt + i], y[yAt + i], z[zAt + i]);
    }
  }
}
