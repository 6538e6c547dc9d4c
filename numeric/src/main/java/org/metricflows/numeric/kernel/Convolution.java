package org.metricflows.numeric.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.batch.JetSpace;

/**
 * Which pairs of Taylor coefficients of two factors add up to a coefficient of their product.
 *
 * <p>In one set of variables (fg)_α = Σ_{γ+δ=α} f_γ g_δ; in a bi-jet the pairs of α and of β
 * combine freely.
 */
final class Convolution {

  private final int[][] pairs;

  private Convolution(int[][] pairs) {
    this.pairs = pairs;
  }

  /** Power series in one variable, up to {@code order}. */
  static Convolution univariate(int order) {
    int[][] all = new int[order + 1][];
    for (int k = 0; k <= order; k++) {
      all[k] = new int[2 * (k + 1)];
      for (int i = 0; i <= k; i++) {
        all[k][2 * i] = i;
        all[k][2 * i + 1] = k - i;
      }
    }
    return new Convolution(all);
  }

  /** Bi-jets. */
  static Convolution of(BiJetSpace space) {
    int[][] left = pairs(space.left());
    int[][] right = pairs(space.right());
    int[][] all = new int[space.size()][];
    for (int alpha = 0; alpha < left.length; alpha++) {
      for (int beta = 0; beta < right.length; beta++) {
        all[space.index(alpha, beta)] = combine(space, left[alpha], right[beta]);
      }
    }
    return new Convolution(all);
  }

  /** Number of coefficients. */
  int size() {
    return pairs.length;
  }

  /** The pairs of a coefficient, flat: left factor, right factor, left factor, … */
  int[] pairs(int coefficient) {
    return pairs[coefficient];
  }

  /** The exponents of each coefficient's monomial. */
  static int[][] multiIndices(JetSpace space) {
    int d = space.dimension();
    int[][] indices = new int[space.size()][d];
    for (int i = 0; i < d && space.order() >= 1; i++) {
      indices[space.index(i)][i]++;
      for (int j = i; j < d && space.order() >= 2; j++) {
        indices[space.index(i, j)][i]++;
        indices[space.index(i, j)][j]++;
      }
    }
    return indices;
  }

  private static int[] combine(BiJetSpace space, int[] left, int[] right) {
    int[] flat = new int[left.length * right.length / 2];
    int n = 0;
    for (int l = 0; l < left.length; l += 2) {
      for (int r = 0; r < right.length; r += 2) {
        flat[n++] = space.index(left[l], right[r]);
        flat[n++] = space.index(left[l + 1], right[r + 1]);
      }
    }
    return flat;
  }

  private static int[][] pairs(JetSpace space) {
    int[][] indices = multiIndices(space);
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
    return found.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
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
