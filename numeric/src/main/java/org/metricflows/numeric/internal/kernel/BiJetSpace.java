package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.kernel.jet.Convolution;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;

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
public record BiJetSpace(int dimension, int orderX, int orderXp) implements PairSpace {

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

  @Override
  public Convolution convolution() {
    return Convolution.tensor(
        Convolution.power(multiIndices(left())), Convolution.power(multiIndices(right())));
  }

  @Override
  public int inputs(int dimension) {
    return 2 * dimension;
  }

  @Override
  public Products products(JetAlgebra algebra, int dimension) {
    Jet[] x = new Jet[dimension];
    Jet[] xp = new Jet[dimension];
    for (int i = 0; i < dimension; i++) {
      x[i] = coordinate(algebra, left(), i, right().size());
    }
    for (int i = 0; i < dimension; i++) {
      xp[i] = coordinate(algebra, right(), i, 1);
    }
    return new Products(dot(algebra, x, x), dot(algebra, xp, xp), dot(algebra, x, xp));
  }

  private static Jet coordinate(JetAlgebra algebra, JetSpace side, int i, int stride) {
    return side.order() == 0 ? algebra.parameter() : algebra.variable(side.index(i) * stride);
  }

  private static Jet dot(JetAlgebra algebra, Jet[] from, Jet[] to) {
    Jet sum = algebra.constant(0);
    for (int i = 0; i < from.length; i++) {
      sum = algebra.add(sum, algebra.multiply(from[i], to[i]));
    }
    return sum;
  }

  @Override
  public double input(int position, double[] x, double[] xp) {
    return position < x.length ? x[position] : xp[position - x.length];
  }

  @Override
  public int grades() {
    return (orderX + 1) * (orderXp + 1);
  }

  @Override
  public int grade(int coefficient) {
    int columns = right().size();
    return order(left(), coefficient / columns) * (orderXp + 1)
        + order(right(), coefficient % columns);
  }

  private static int order(JetSpace side, int alpha) {
    return alpha == 0 ? 0 : alpha <= side.dimension() ? 1 : 2;
  }

  /** α! β! of a coefficient: the plain derivative is this times the Taylor coefficient. */
  double factorial(int coefficient) {
    int columns = right().size();
    return factorial(left(), coefficient / columns) * factorial(right(), coefficient % columns);
  }

  private static double factorial(JetSpace space, int alpha) {
    int[] multiIndex = multiIndices(space)[alpha];
    double product = 1;
    for (int power : multiIndex) {
      product *= power == 2 ? 2 : 1;
    }
    return product;
  }

  /** The exponents of each coefficient's monomial. */
  private static int[][] multiIndices(JetSpace space) {
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
}
