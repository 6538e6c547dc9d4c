package org.metricflows.numeric.internal.kernel.hermitian;

import java.util.Random;
import java.util.function.BiFunction;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.Complex;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;

/**
 * Features of m complex coordinates, their jets, and kernels of them by automatic differentiation
 * in the 2m real coordinates of each point.
 */
final class HermitianOracle {

  private final int m;
  private final HermitianJetSpace space;

  HermitianOracle(int m) {
    this.m = m;
    this.space = new HermitianJetSpace(m);
  }

  double[][] points(long seed, int count) {
    Random random = new Random(seed);
    double[][] points = new double[count][];
    for (int a = 0; a < count; a++) {
      points[a] = random.doubles(2L * m, -1, 1).toArray();
    }
    return points;
  }

  /** A constant scale of cubic, quartic and trigonometric functions, neither even nor odd. */
  DerivativeStructure[] features(DerivativeStructure[] u) {
    DerivativeStructure[] f = new DerivativeStructure[2 * m + 1];
    DerivativeStructure norm = u[0].getField().getZero().add(1);
    for (DerivativeStructure x : u) {
      norm = norm.add(x.square());
    }
    for (int i = 0; i < 2 * m; i++) {
      f[i] = u[i].multiply(u[(i + 1) % (2 * m)]).add(u[i].multiply(0.7)).divide(norm);
    }
    f[2 * m] = norm.reciprocal().add(u[0].sin().multiply(0.3));
    return f;
  }

  /** The coordinates themselves. */
  DerivativeStructure[] coordinates(DerivativeStructure[] u) {
    return u;
  }

  KernelPoints kernelPoints(
      double[][] points,
      BiFunction<HermitianOracle, DerivativeStructure[], DerivativeStructure[]> f) {
    DSFactory factory = new DSFactory(2 * m, 2);
    double[] jets = null;
    for (int a = 0; a < points.length; a++) {
      DerivativeStructure[] features = f.apply(this, variables(factory, points[a], 0));
      if (jets == null) {
        jets = new double[space.size() * points.length * features.length];
      }
      for (int k = 0; k < features.length; k++) {
        double[] jet = jet(features[k]);
        for (int c = 0; c < jet.length; c++) {
          jets[(c * points.length + a) * features.length + k] = jet[c];
        }
      }
    }
    return KernelPoints.of(space, points.length, jets, new double[0][]);
  }

  private double[] jet(DerivativeStructure f) {
    double[] jet = new double[space.size()];
    jet[0] = f.getValue();
    for (int a = 0; a < m; a++) {
      jet[space.real(a)] = f.getPartialDerivative(orders(2 * m, 2 * a)) / 2;
      jet[space.imaginary(a)] = -f.getPartialDerivative(orders(2 * m, 2 * a + 1)) / 2;
      for (int b = a; b < m; b++) {
        jet[space.real(a, b)] = partial(f, 2 * a, 2 * b) + partial(f, 2 * a + 1, 2 * b + 1);
        if (b > a) {
          jet[space.imaginary(a, b)] = partial(f, 2 * a, 2 * b + 1) - partial(f, 2 * a + 1, 2 * b);
        }
      }
    }
    return jet;
  }

  private double partial(DerivativeStructure f, int i, int j) {
    return f.getPartialDerivative(orders(2 * m, i, j)) / 4;
  }

  /** A kernel of features. */
  @FunctionalInterface
  interface Kernel {
    DerivativeStructure of(DerivativeStructure[] f, DerivativeStructure[] fp);
  }

  /** Θ_ij(x, x') by automatic differentiation, {@code [i][j]} in Hermitian packing. */
  double[][] metricKernel(
      double[] x,
      double[] xp,
      Kernel kernel,
      BiFunction<HermitianOracle, DerivativeStructure[], DerivativeStructure[]> f) {
    DSFactory factory = new DSFactory(4 * m, 4);
    DerivativeStructure theta =
        kernel.of(
            f.apply(this, variables(factory, x, 0)), f.apply(this, variables(factory, xp, 2 * m)));
    return metricKernel(
        (i, j, k, l) -> theta.getPartialDerivative(orders(4 * m, i, j, 2 * m + k, 2 * m + l)));
  }

  /** ∂_i ∂_j ∂'_k ∂'_l of a kernel in the real coordinates. */
  @FunctionalInterface
  interface RealDerivatives {
    double at(int i, int j, int k, int l);
  }

  /** ∂_a∂_b̄ ∂'_c∂'_d̄ from real derivatives, ∂_a∂_b̄ = ¼(∂_x − i∂_y)_a (∂_x + i∂_y)_b. */
  double[][] metricKernel(RealDerivatives real) {
    double[][] kernel = new double[m * m][m * m];
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        for (int c = 0; c < m; c++) {
          for (int d = c; d < m; d++) {
            fill(kernel, real, new int[] {a, b, c, d});
          }
        }
      }
    }
    return kernel;
  }

  private void fill(double[][] kernel, RealDerivatives real, int[] index) {
    int first = 1 + space.firsts();
    for (int left = 0; left < (index[1] > index[0] ? 2 : 1); left++) {
      for (int right = 0; right < (index[3] > index[2] ? 2 : 1); right++) {
        double sum = 0;
        for (int bits = 0; bits < 16; bits++) {
          Complex factor = side(bits & 1, bits >> 1 & 1);
          Complex other = side(bits >> 2 & 1, bits >> 3 & 1);
          double weight = left == 0 ? factor.getReal() : factor.getImaginary();
          weight *= right == 0 ? other.getReal() : other.getImaginary();
          if (weight != 0) {
            sum +=
                weight
                    * real.at(
                        2 * index[0] + (bits & 1),
                        2 * index[1] + (bits >> 1 & 1),
                        2 * index[2] + (bits >> 2 & 1),
                        2 * index[3] + (bits >> 3 & 1));
          }
        }
        int i = space.real(index[0], index[1]) - first + left;
        int j = space.real(index[2], index[3]) - first + right;
        kernel[i][j] = sum;
      }
    }
  }

  private static Complex side(int a, int b) {
    Complex first = a == 0 ? Complex.ONE : Complex.I.negate();
    Complex second = b == 0 ? Complex.ONE : Complex.I;
    return first.multiply(second).multiply(0.25);
  }

  private static DerivativeStructure[] variables(DSFactory factory, double[] x, int from) {
    DerivativeStructure[] u = new DerivativeStructure[x.length];
    for (int i = 0; i < x.length; i++) {
      u[i] = factory.variable(from + i, x[i]);
    }
    return u;
  }

  private static int[] orders(int variables, int... by) {
    int[] orders = new int[variables];
    for (int i : by) {
      orders[i]++;
    }
    return orders;
  }
}
