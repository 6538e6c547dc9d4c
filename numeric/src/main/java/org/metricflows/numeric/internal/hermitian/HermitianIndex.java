package org.metricflows.numeric.internal.hermitian;

/**
 * Where the components of a Hermitian matrix h_ab̄ stand among m² real numbers:
 *
 * <pre>
 *   for each a: h_aā, then Re h_ab̄, Im h_ab̄ for b = a+1 … m
 * </pre>
 *
 * @param dimension m ≥ 1
 */
public record HermitianIndex(int dimension) {

  public HermitianIndex {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension: " + dimension + " is not at least 1");
    }
  }

  /** Number of real numbers, m². */
  public int size() {
    return dimension * dimension;
  }

  /** Position of Re h_ab̄, a and b counted from 0, in either order. */
  public int real(int a, int b) {
    int low = Math.min(a, b);
    int apart = Math.abs(a - b);
    return low * (2 * dimension - low) + (apart == 0 ? 0 : 2 * apart - 1);
  }

  /**
   * Position of Im h_ab̄ for a &lt; b, counted from 0; Im h_bā is its negative.
   *
   * @throws IllegalArgumentException if a ≥ b
   */
  public int imaginary(int a, int b) {
    if (a >= b) {
      throw new IllegalArgumentException("a, b: " + a + ", " + b + " are not in rising order");
    }
    return real(a, b) + 1;
  }
}
