package org.metricflows.numeric.kernel;

import org.metricflows.numeric.batch.JetSpace;

/**
 * The coefficients of a bi-jet: the derivatives ∂_x^α ∂_x'^β k(x, x') of a function of two points.
 *
 * <p>α runs through {@link #left()} and β through {@link #right()}, both in {@link JetSpace} order;
 * the coefficient (α, β) stands at α · right().size() + β. At the edges of this package
 * coefficients are plain derivatives; inside it they are Taylor coefficients (divided by α! β!), so
 * that products are plain convolutions.
 *
 * @param dimension number of coordinates of a point, d ≥ 1
 * @param orderX highest derivative by x, 0, 1 or 2
 * @param orderXp highest derivative by x', 0, 1 or 2
 */
public record BiJetSpace(int dimension, int orderX, int orderXp) {

  public BiJetSpace {
    new JetSpace(dimension, orderX);
    new JetSpace(dimension, orderXp);
  }

  /** Derivatives by x. */
  public JetSpace left() {
    return new JetSpace(dimension, orderX);
  }

  /** Derivatives by x'. */
  public JetSpace right() {
    return new JetSpace(dimension, orderXp);
  }

  /** Number of coefficients. */
  public int size() {
    return left().size() * right().size();
  }

  /** Position of the coefficient (α, β). */
  public int index(int alpha, int beta) {
    return alpha * right().size() + beta;
  }

  /** α! β! of a coefficient: the plain derivative is this times the Taylor coefficient. */
  double factorial(int coefficient) {
    int columns = right().size();
    return factorial(left(), coefficient / columns) * factorial(right(), coefficient % columns);
  }

  private static double factorial(JetSpace space, int alpha) {
    int[] multiIndex = Convolution.multiIndices(space)[alpha];
    double product = 1;
    for (int power : multiIndex) {
      product *= power == 2 ? 2 : 1;
    }
    return product;
  }
}
