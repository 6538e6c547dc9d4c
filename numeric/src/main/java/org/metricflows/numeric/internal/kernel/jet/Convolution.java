package org.metricflows.numeric.internal.kernel.jet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.internal.batch.JetBasis;

/**
 * Which pairs of Taylor coefficients of two factors add up to a coefficient of their product.
 *
 * <p>In one set of variables (fg)_α = Σ_{γ+δ=α} f_γ g_δ; in a bi-jet the pairs of α and of β
 * combine freely. In real and imaginary parts some pairs are subtracted.
 */
public final class Convolution {

  private final int[][] plus;
  private final int[][] minus;

  private Convolution(int[][] plus, int[][] minus) {
    this.plus = plus;
    this.minus = minus;
  }

  private static Convolution of(int[][] plus) {
    return new Convolution(plus, new int[plus.length][0]);
  }

  /** Power series in one variable, up to {@code order}. */
  public static Convolution univariate(int order) {
    int[][] all = new int[order + 1][];
    for (int k = 0; k <= order; k++) {
      all[k] = new int[2 * (k + 1)];
      for (int i = 0; i <= k; i++) {
        all[k][2 * i] = i;
        all[k][2 * i + 1] = k - i;
      }
    }
    return of(all);
  }

  /** Power series in several variables, truncated to the monomials of these exponents. */
  public static Convolution power(int[][] exponents) {
    return of(pairs(exponents));
  }

  /**
   * The jets of a basis, those second derivatives halved whose forms are sums of squares.
   *
   * <p>Halving is what factorials do for powers: D_s f² has 2 f_i f_j for i ≠ j but f_i² alone for
   * i = j, so that no pair counts double.
   */
  public static Convolution of(JetBasis basis) {
    List<List<Integer>> plus = new ArrayList<>();
    List<List<Integer>> minus = new ArrayList<>();
    for (int c = 0; c < basis.size(); c++) {
      plus.add(new ArrayList<>(c == 0 ? List.of(0, 0) : List.of(0, c, c, 0)));
      minus.add(new ArrayList<>());
    }
    for (JetBasis.Product product : basis.products()) {
      List<Integer> pairs = (product.negative() ? minus : plus).get(product.second());
      pairs.addAll(List.of(product.left(), product.right()));
      if (product.left() != product.right()) {
        pairs.addAll(List.of(product.right(), product.left()));
      }
    }
    return new Convolution(arrays(plus), arrays(minus));
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Jets in two points: the coefficient (α, β) stands at α · right.size() + β. */
  public static Convolution tensor(Convolution left, Convolution right) {
    int size = right.size();
    int[][] plus = new int[left.size() * size][];
    int[][] minus = new int[plus.length][];
    for (int alpha = 0; alpha < left.size(); alpha++) {
      for (int beta = 0; beta < size; beta++) {
        int[] lp = left.plus[alpha];
        int[] lm = left.minus[alpha];
        int[] rp = right.plus[beta];
        int[] rm = right.minus[beta];
        plus[alpha * size + beta] = join(combine(size, lp, rp), combine(size, lm, rm));
        minus[alpha * size + beta] = join(combine(size, lp, rm), combine(size, lm, rp));
      }
    }
    return new Convolution(plus, minus);
  }

  /** Number of coefficients. */
  public int size() {
    return plus.length;
  }

  /** The pairs that are added, flat: left factor, right factor, left factor, … */
  int[] plus(int coefficient) {
    return plus[coefficient];
  }

  /** The pairs that are subtracted. */
  int[] minus(int coefficient) {
    return minus[coefficient];
  }

  private static int[] join(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static int[] combine(int size, int[] left, int[] right) {
    int[] flat = new int[left.length * right.length / 2];
    int n = 0;
    for (int l = 0; l < left.length; l += 2) {
      for (int r = 0; r < right.length; r += 2) {
        flat[n++] = left[l] * size + right[r];
        flat[n++] = left[l + 1] * size + right[r + 1];
      }
    }
    return flat;
  }

  private static int[][] pairs(int[][] indices) {
    List<List<Integer>> found = new ArrayList<>();
    for (int alpha = 0; alpha < indices.length; alpha++) {
      found.add(new ArrayList<>());
    }
    for (int g = 0; g < indices.length; g++) {
      for (int h = 0; h < indices.length; h++) {
        int alpha = position(indices, sum(indices[g], indices[h]));
        if (alpha >= 0) {
          found.get(alpha).addAll(List.of(g, h));
        }
      }
    }
    return arrays(found);
  }

  private static int[] sum(int[] a, int[] b) {
    int[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static int position(int[][] indices, int[] wanted) {
    for (int alpha = 0; alpha < indices.length; alpha++) {
      if (Arrays.equals(indices[alpha], wanted)) {
        return alpha;
      }
    }
    return -1;
  }
}
