package org.metricflows.proofs.internal.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The monomials of n variables up to an order, the lower orders first, and their products.
 *
 * <p>Position 0 is the constant 1; positions below {@link #size size(k)} have order ≤ k.
 */
final class Monomials {
  private final int variables;
  private final int order;
  private final int[][] exponents;
  private final int[] degrees;
  private final int[] sizes;
  private final int[][] products;
  private final int[][] raised;

  Monomials(int variables, int order) {
    this.variables = variables;
    this.order = order;
    List<int[]> all = new ArrayList<>();
    this.sizes = new int[order + 1];
    for (int k = 0; k <= order; k++) {
      append(all, new int[variables], 0, k);
      sizes[k] = all.size();
    }
    this.exponents = all.toArray(int[][]::new);
    this.degrees = all.stream().mapToInt(e -> Arrays.stream(e).sum()).toArray();
    Map<List<Integer>, Integer> position = new HashMap<>();
    for (int m = 0; m < exponents.length; m++) {
      position.put(key(exponents[m]), m);
    }
    this.products = new int[exponents.length][];
    for (int a = 0; a < products.length; a++) {
      products[a] = new int[sizes[order - degrees[a]]];
      for (int b = 0; b < products[a].length; b++) {
        products[a][b] = position.get(key(sum(exponents[a], exponents[b])));
      }
    }
    this.raised = new int[variables][order == 0 ? 0 : sizes[order - 1]];
    for (int v = 0; v < variables; v++) {
      for (int m = 0; m < raised[v].length; m++) {
        int[] up = exponents[m].clone();
        up[v]++;
        raised[v][m] = position.get(key(up));
      }
    }
  }

  private static void append(List<int[]> all, int[] exponents, int from, int left) {
    if (from >= exponents.length - 1) {
      if (exponents.length == 0 && left > 0) {
        return;
      }
      int[] last = exponents.clone();
      if (exponents.length > 0) {
        last[from] = left;
      }
      all.add(last);
      return;
    }
    for (int e = left; e >= 0; e--) {
      int[] next = exponents.clone();
      next[from] = e;
      append(all, next, from + 1, left - e);
    }
  }

  private static List<Integer> key(int[] exponents) {
    return Arrays.stream(exponents).boxed().toList();
  }

  private int[] sum(int[] a, int[] b) {
    int[] sum = new int[variables];
    Arrays.setAll(sum, v -> a[v] + b[v]);
    return sum;
  }

  int order() {
    return order;
  }

  /** Number of monomials of order ≤ k. */
  int size(int k) {
    return sizes[k];
  }

  int degree(int position) {
    return degrees[position];
  }

  int exponent(int position, int v) {
    return exponents[position][v];
  }

  /** Whether only the given variables occur. */
  boolean isMadeOf(int position, IntPredicate allowed) {
    for (int v = 0; v < variables; v++) {
      if (exponents[position][v] > 0 && !allowed.test(v)) {
        return false;
      }
    }
    return true;
  }

  /** Positions of the products of one monomial with those of order ≤ order − its own. */
  int[] products(int position) {
    return products[position];
  }

  /** Position of x_v times the monomial. */
  int raised(int v, int position) {
    return raised[v][position];
  }

  /** Position of x_v. */
  int linear(int v) {
    return raised[v][0];
  }
}
