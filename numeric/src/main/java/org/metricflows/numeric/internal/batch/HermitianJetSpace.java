package org.metricflows.numeric.internal.batch;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.numeric.internal.hermitian.HermitianIndex;

/**
 * The Hermitian jets of a real function φ of m complex coordinates u: its value, ∂_aφ = x_a + i y_a
 * and ∂_a∂_b̄φ, with ∂_a = ½(∂_{Re u} − i ∂_{Im u}). Coefficients lie in the order
 *
 * <pre>
 *   φ; x₁, y₁, …, x_m, y_m; for each a: ∂_a∂_āφ, then Re ∂_a∂_b̄φ, Im ∂_a∂_b̄φ for b = a+1 … m
 * </pre>
 *
 * <p>They are closed under functions: with z the jet of φ,
 *
 * <pre>
 *   ∂_a∂_b̄ σ(φ) = σ′ ∂_a∂_b̄φ + σ″ ∂_aφ ∂_b̄φ,
 *   Re: x_a x_b + y_a y_b,      Im: y_a x_b − x_a y_b
 * </pre>
 *
 * and pull back along holomorphic maps with first derivatives of the map alone.
 *
 * @param dimension number of complex coordinates, m ≥ 1
 */
public record HermitianJetSpace(int dimension) implements JetBasis {

  public HermitianJetSpace {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension: " + dimension + " is not at least 1");
    }
  }

  /** Number of coefficients, (m + 1)². */
  @Override
  public int size() {
    return (dimension + 1) * (dimension + 1);
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int firsts() {
    return 2 * dimension;
  }

  /** Position of Re ∂_aφ, a counted from 0. */
  public int real(int a) {
    return 1 + 2 * a;
  }

  /** Position of Im ∂_aφ, a counted from 0. */
  public int imaginary(int a) {
    return 2 + 2 * a;
  }

  /** Position of Re ∂_a∂_b̄φ, a and b counted from 0, in either order. */
  public int real(int a, int b) {
    return 1 + firsts() + new HermitianIndex(dimension).real(a, b);
  }

  /** Position of Im ∂_a∂_b̄φ for a &lt; b, counted from 0. */
  public int imaginary(int a, int b) {
    return 1 + firsts() + new HermitianIndex(dimension).imaginary(a, b);
  }

  @Override
  public List<Product> products() {
    List<Product> products = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      for (int b = a; b < dimension; b++) {
        int re = real(a, b);
        products.add(new Product(re, real(a), real(b), false));
        products.add(new Product(re, imaginary(a), imaginary(b), false));
        if (b > a) {
          products.add(new Product(re + 1, imaginary(a), real(b), false));
          products.add(new Product(re + 1, real(a), imaginary(b), true));
        }
      }
    }
    return products;
  }
}
