package org.metricflows.numeric.internal.kernel.hermitian;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.batch.JetBasis;

/**
 * Points of a complex manifold as kernels see them: the Hermitian jets of their features, and the
 * frames that carry (1,1)-forms of the ambient space to the manifold.
 *
 * <p>Immutable.
 */
public final class KernelPoints {

  private final HermitianJetSpace space;
  private final int points;
  private final int features;
  private final int frame;
  private final double[] jets;
  private final double[][] values;
  private final double[][] quadratic;
  private final double[][] frames;

  private KernelPoints(HermitianJetSpace space, int points, double[] jets, double[][] frames) {
    this.space = space;
    this.points = points;
    this.features = points == 0 ? 0 : jets.length / (space.size() * points);
    this.jets = jets.clone();
    this.frames = frames;
    this.frame = frames.length / (2 * space.dimension());
    halveSquares();
    this.values = new double[points][];
    for (int a = 0; a < points; a++) {
      values[a] = Arrays.copyOfRange(jets, a * features, (a + 1) * features);
    }
    this.quadratic = new double[space.size()][points];
    quadraticForms();
  }

  /**
   * Points with what kernels read of them.
   *
   * @param space the jets' derivatives
   * @param jets of the features, rows {@code [coefficient · points + point][feature]}
   * @param frames e^i_a, columns {@code [2·(a·n + i) + part][point]}, part 0 Re and 1 Im, in n
   *     directions; none where no component kernel is to act
   */
  public static KernelPoints of(
      HermitianJetSpace space, int points, double[] jets, double[][] frames) {
    if (points > 0 && jets.length % (space.size() * points) != 0) {
      throw new IllegalArgumentException(
          "features: " + jets.length + " numbers are not the jets of " + points + " points");
    }
    for (double value : jets) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("features: a jet is not finite");
      }
    }
    return new KernelPoints(space, points, jets, frames);
  }

  /** Number of points. */
  public int points() {
    return points;
  }

  /** Number of features. */
  public int features() {
    return features;
  }

  /** The derivatives that the features' jets hold. */
  public HermitianJetSpace space() {
    return space;
  }

  /** The features themselves, {@code [point][feature]}. */
  double[][] values() {
    return values;
  }

  /**
   * Rows {@code [coefficient · points + point][feature]} of Taylor coefficients: second derivatives
   * whose forms are squares are halved.
   */
  double[] jets() {
    return jets;
  }

  /** Σ_f Σ± D_i f D_j f for each second derivative, {@code [coefficient][point]}. */
  double[][] quadratic() {
    return quadratic;
  }

  /** D_c f · v for the features' coefficient c at a point. */
  double dot(int coefficient, int point, double[] v) {
    int from = (coefficient * points + point) * features;
    double sum = 0;
    for (int f = 0; f < features; f++) {
      sum = Math.fma(jets[from + f], v[f], sum);
    }
    return sum;
  }

  /** Number of directions of the frames, 0 if there are none. */
  int frame() {
    return frame;
  }

  /** e^i_a, {@code [2·(a·n + i) + part][point]}. */
  double[][] frames() {
    return frames;
  }

  /** How often a second derivative holds its Taylor coefficient, 1 or 2; 1 for the others. */
  static int[] multiplicities(JetBasis basis) {
    int[] factors = new int[basis.size()];
    Arrays.fill(factors, 1);
    for (JetBasis.Product product : basis.products()) {
      factors[product.second()] = product.left() == product.right() ? 2 : 1;
    }
    return factors;
  }

  private void halveSquares() {
    int[] factors = multiplicities(space);
    int row = points * features;
    for (int c = 0; c < factors.length; c++) {
      for (int k = c * row; k < (c + 1) * row; k++) {
        jets[k] /= factors[c];
      }
    }
  }

  private void quadraticForms() {
    for (JetBasis.Product product : space.products()) {
      boolean square = product.left() == product.right();
      double factor = (product.negative() ? -1 : 1) * (square ? 1 : 2);
      for (int a = 0; a < points; a++) {
        int left = (product.left() * points + a) * features;
        int right = (product.right() * points + a) * features;
        double sum = 0;
        for (int f = 0; f < features; f++) {
          sum = Math.fma(jets[left + f], jets[right + f], sum);
        }
        quadratic[product.second()][a] += factor * sum;
      }
    }
  }
}
