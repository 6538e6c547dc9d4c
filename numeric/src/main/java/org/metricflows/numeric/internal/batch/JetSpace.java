package org.metricflows.numeric.internal.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * The coefficients of a jet: a function's value and its partial derivatives up to an order at a
 * point.
 *
 * <p>Coefficients are plain derivatives (not divided by factorials) in the order
 *
 * <pre>
 *   f; ∂₁f, …, ∂_d f; ∂₁₁f, ∂₁₂f, …, ∂₁_d f, ∂₂₂f, …, ∂_dd f      (i ≤ j)
 * </pre>
 *
 * @param dimension number of coordinates, d ≥ 1
 * @param order highest derivative, 0, 1 or 2
 */
public record JetSpace(int dimension, int order) implements JetBasis {

  public JetSpace {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension: " + dimension + " is not at least 1");
    }
    if (order < 0 || order > 2) {
      throw new IllegalArgumentException("order: " + order + " is not 0, 1 or 2");
    }
  }

  /** Number of coefficients: 1, 1 + d or 1 + d + d(d+1)/2. */
  @Override
  public int size() {
    int second = order >= 2 ? new SymmetricIndex(dimension).size() : 0;
    return 1 + firsts() + second;
  }

  @Override
  public int firsts() {
    return order >= 1 ? dimension : 0;
  }

  /** One product ∂_i f ∂_j f for each ∂_i ∂_j f. */
  @Override
  public List<Product> products() {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < dimension && order >= 2; i++) {
      for (int j = i; j < dimension; j++) {
        products.add(new Product(index(i, j), index(i), index(j), false));
      }
    }
    return products;
  }

  /** Position of ∂_i f, with i counted from 0. */
  public int index(int i) {
    return 1 + i;
  }

  /** Position of ∂_i ∂_j f, in either order, with i and j counted from 0. */
  public int index(int i, int j) {
    return 1 + dimension + new SymmetricIndex(dimension).of(i, j);
  }
}
