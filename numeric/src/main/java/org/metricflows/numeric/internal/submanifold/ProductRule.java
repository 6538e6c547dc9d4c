package org.metricflows.numeric.internal.submanifold;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;

/**
 * Product rules on ellipsoids and tori of revolution.
 *
 * <p>On S^n ⊂ R^{n+1} points are X = (√(1−z²) ω, z) with ω ∈ S^{n−1}, and
 *
 * <pre>
 *   ∫_{S^n} φ = ∫_{−1}^{1} (1−z²)^{(n−2)/2} ∫_{S^{n−1}} φ(√(1−z²) ω, z) dω dz
 * </pre>
 *
 * so that Gauss's rules of Gegenbauer's weights, over equally spaced points of the circle, are
 * exact on polynomials of a degree. An ellipsoid is the sphere, stretched.
 */
public final class ProductRule {

  private ProductRule() {}

  /**
   * Σ (X_a/r_a)² = 1. Of a sphere exact on polynomials of the degree; of others the error falls
   * exponentially with it.
   *
   * @param axes r_a, n + 1 ≥ 2 of them
   */
  public static PointSet ellipsoid(int degree, double... axes) {
    PointSet sphere = sphere(axes.length - 1, degree);
    double product = 1;
    for (double r : axes) {
      product *= r;
    }
    double[][] points = new double[sphere.size()][axes.length];
    double[] weights = new double[sphere.size()];
    for (int p = 0; p < weights.length; p++) {
      double square = 0;
      for (int a = 0; a < axes.length; a++) {
        double unit = sphere.points()[p][a];
        points[p][a] = axes[a] * unit;
        square += unit / axes[a] * (unit / axes[a]);
      }
      weights[p] = sphere.weights()[p] * product * Math.sqrt(square);
    }
    return new PointSet(points, weights);
  }

  private static PointSet sphere(int n, int degree) {
    if (n == 1) {
      return circle(degree + 1);
    }
    PointSet lower = sphere(n - 1, degree);
    PointSet heights = gegenbauer((n - 2) / 2.0, degree / 2 + 1);
    double[][] points = new double[lower.size() * heights.size()][n + 1];
    double[] weights = new double[points.length];
    int next = 0;
    for (int h = 0; h < heights.size(); h++) {
      double z = heights.points()[h][0];
      double radius = Math.sqrt((1 - z) * (1 + z));
      for (int p = 0; p < lower.size(); p++, next++) {
        for (int a = 0; a < n; a++) {
          points[next][a] = radius * lower.points()[p][a];
        }
        points[next][n] = z;
        weights[next] = heights.weights()[h] * lower.weights()[p];
      }
    }
    return new PointSet(points, weights);
  }

  private static PointSet circle(int count) {
    double[][] points = new double[count][];
    double[] weights = new double[count];
    for (int p = 0; p < count; p++) {
      double angle = 2 * Math.PI * (p + 0.5) / count;
      points[p] = new double[] {Math.cos(angle), Math.sin(angle)};
      weights[p] = 2 * Math.PI / count;
    }
    return new PointSet(points, weights);
  }

  /**
   * Gauss's rule of the weight (1−z²)^α on [−1, 1], by Golub and Welsch: nodes are the eigenvalues
   * of the matrix of the orthogonal polynomials' recurrence.
   */
  static PointSet gegenbauer(double alpha, int count) {
    RealMatrix recurrence = MatrixUtils.createRealMatrix(count, count);
    for (int k = 1; k < count; k++) {
      double twice = 2 * k + 2 * alpha;
      double entry = Math.sqrt(k * (k + 2 * alpha) / ((twice + 1) * (twice - 1)));
      recurrence.setEntry(k, k - 1, entry);
      recurrence.setEntry(k - 1, k, entry);
    }
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(recurrence);
    double total =
        Math.sqrt(Math.PI) * Math.exp(Gamma.logGamma(alpha + 1) - Gamma.logGamma(alpha + 1.5));
    double[][] nodes = new double[count][1];
    double[] weights = new double[count];
    for (int k = 0; k < count; k++) {
      nodes[k][0] = eigen.getEigenvalue(k);
      double component = eigen.getEigenvector(k).getEntry(0);
      weights[k] = total * component * component;
    }
    return new PointSet(nodes, weights);
  }

  /**
   * The torus of revolution around the third axis, equally spaced in both angles: exact on
   * polynomials of the degree.
   *
   * @param major R of its axis
   * @param minor r of its tube
   */
  public static PointSet torus(int degree, double major, double minor) {
    int around = degree + 1;
    int across = degree + 2;
    double[][] points = new double[around * across][];
    double[] weights = new double[points.length];
    for (int p = 0; p < points.length; p++) {
      double u = 2 * Math.PI * (p / across) / around;
      double v = 2 * Math.PI * (p % across) / across;
      double radius = major + minor * Math.cos(v);
      points[p] = new double[] {radius * Math.cos(u), radius * Math.sin(u), minor * Math.sin(v)};
      weights[p] = 4 * Math.PI * Math.PI / points.length * minor * radius;
    }
    return new PointSet(points, weights);
  }
}
