package org.metricflows.numeric.internal.variety;

import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/**
 * Points of a variety at small distances from given ones: a step along a random tangent, and
 * Newton's method back to the equations in the coordinates that they determine.
 */
public final class Neighbours {

  private static final int STEPS = 30;

  /** Of a step; the next would be of its square. */
  private static final double SETTLED = 1e-12;

  private final Configuration shape;
  private final VarietyMaps maps;

  public Neighbours(Configuration shape, VarietyMaps maps) {
    this.shape = shape;
    this.maps = maps;
  }

  /**
   * One neighbour of each of the first points.
   *
   * @param distance of the step, by the Fubini–Study metric at the point
   * @param seed of the directions: the same directions for every distance
   * @return homogeneous coordinates, {@code [2·i + part][point]}; not a number for a point that
   *     Newton's method does not find back from
   */
  public double[][] of(VarietySample sample, int points, double distance, long seed) {
    double[][] z = new double[2 * shape.coordinates()][points];
    Random random = new Random(seed);
    for (int p = 0; p < points; p++) {
      step(sample, p, distance, direction(sample, p, random), z);
      project(sample, p, z);
    }
    return z;
  }

  /** The distance of two points in their ambient projective spaces, √(Σ arc²/π). */
  public double distance(double[][] z, int p, double[][] other, int q) {
    double sum = 0;
    for (int f = 0; f < shape.factors(); f++) {
      double arc = arc(shape.first(f), shape.first(f + 1), z, p, other, q);
      sum += arc * arc / Math.PI;
    }
    return Math.sqrt(sum);
  }

  /** The angle between two lines of Cⁿ, from the part of one that is orthogonal to the other. */
  private static double arc(int first, int end, double[][] z, int p, double[][] other, int q) {
    Complex product = Complex.ZERO;
    double norm = 0;
    for (int i = first; i < end; i++) {
      product = product.add(at(z, i, p).conjugate().multiply(at(other, i, q)));
      norm += at(z, i, p).norm() * at(z, i, p).norm();
    }
    double across = 0;
    for (int i = first; i < end; i++) {
      Complex rest = at(other, i, q).subtract(at(z, i, p).multiply(product.divide(norm)));
      across += rest.norm() * rest.norm();
    }
    return Math.atan2(Math.sqrt(across), product.norm() / Math.sqrt(norm));
  }

  private static Complex at(double[][] z, int i, int p) {
    return new Complex(z[2 * i][p], z[2 * i + 1][p]);
  }

  /** A random u of length 1, ū_a g_ab̄ u_b = 1. */
  private Complex[] direction(VarietySample sample, int p, Random random) {
    int m = shape.dimension();
    Complex[] u = new Complex[m];
    for (int a = 0; a < m; a++) {
      u[a] = new Complex(random.nextGaussian(), random.nextGaussian());
    }
    double square = 0;
    int next = 0;
    double[][] g = sample.fubiniStudy();
    for (int a = 0; a < m; a++) {
      square += g[next++][p] * u[a].norm() * u[a].norm();
      for (int b = a + 1; b < m; b++) {
        Complex entry = new Complex(g[next++][p], g[next++][p]);
        square += 2 * entry.multiply(u[a]).multiply(u[b].conjugate()).getReal();
      }
    }
    for (int a = 0; a < m; a++) {
      u[a] = u[a].divide(Math.sqrt(square));
    }
    return u;
  }

  private void step(VarietySample sample, int p, double distance, Complex[] u, double[][] z) {
    int n = shape.coordinates();
    for (int i = 0; i < n; i++) {
      Complex moved = at(sample.z(), i, p);
      for (int a = 0; a < u.length; a++) {
        Complex slope = at(sample.pullback(), a * n + i, p);
        moved = moved.add(slope.multiply(u[a]).multiply(distance));
      }
      z[2 * i][p] = moved.getReal();
      z[2 * i + 1][p] = moved.getImaginary();
    }
  }

  private void project(VarietySample sample, int p, double[][] z) {
    int equations = shape.codimension();
    double[][] in = new double[z.length][1];
    double[][] out = new double[maps.gradients().outputs()][1];
    for (int step = 0; step < STEPS; step++) {
      for (int c = 0; c < z.length; c++) {
        in[c][0] = z[c][p];
      }
      maps.gradients().apply(in, new int[in.length], out, new int[out.length], 1);
      if (newton(sample, p, out, equations, z) < SETTLED) {
        return;
      }
    }
    for (double[] column : z) {
      column[p] = Double.NaN;
    }
  }

  /** A step in the eliminated coordinates; its length. */
  private double newton(
      VarietySample sample, int p, double[][] values, int equations, double[][] z) {
    FieldMatrix<Complex> slopes =
        MatrixUtils.createFieldMatrix(ComplexField.getInstance(), equations, equations);
    ArrayFieldVector<Complex> right = new ArrayFieldVector<>(ComplexField.getInstance(), equations);
    for (int k = 0; k < equations; k++) {
      right.setEntry(k, at(values, k, 0));
      for (int e = 0; e < equations; e++) {
        int slope = equations + k * shape.coordinates() + sample.eliminated()[e][p];
        slopes.setEntry(k, e, at(values, slope, 0));
      }
    }
    Complex[] change = new FieldLUDecomposition<>(slopes).getSolver().solve(right).toArray();
    double length = 0;
    for (int e = 0; e < equations; e++) {
      int i = sample.eliminated()[e][p];
      z[2 * i][p] -= change[e].getReal();
      z[2 * i + 1][p] -= change[e].getImaginary();
      length = Math.max(length, change[e].norm());
    }
    return length;
  }
}
