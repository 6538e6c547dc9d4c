package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.complex.FieldComplex;
import org.metricflows.symbolic.internal.kahler.Features;

/**
 * Features of a point of a product of projective spaces written a second time, as functions of u¹ …
 * u^m near 0 on the complex plane that touches the variety: ∂_a and ∂_a∂_b̄ there are those along
 * the variety.
 *
 * <p>Derivatives are by Re u¹, Im u¹, Re u², …, the first 2m parameters of the factory.
 */
final class FieldFeatures {
  private final DSFactory factory;
  private final List<Integer> ambient;
  private final int dimension;
  private final int first;

  FieldFeatures(DSFactory factory, List<Integer> ambient, int dimension) {
    this(factory, ambient, dimension, 0);
  }

  /**
   * @param first the factory's parameter that is Re u¹
   */
  FieldFeatures(DSFactory factory, List<Integer> ambient, int dimension, int first) {
    this.factory = factory;
    this.ambient = ambient;
    this.dimension = dimension;
    this.first = first;
  }

  /**
   * z^i(u) = z^i + J^i_a u^a.
   *
   * @param z columns {@code [2i + part][point]}
   * @param pullback columns {@code [2(aN + i) + part][point]}
   */
  List<FieldComplex<DerivativeStructure>> coordinates(
      double[][] z, double[][] pullback, int point) {
    List<FieldComplex<DerivativeStructure>> coordinates = new ArrayList<>();
    int n = z.length / 2;
    for (int i = 0; i < n; i++) {
      DerivativeStructure re = factory.constant(z[2 * i][point]);
      DerivativeStructure im = factory.constant(z[2 * i + 1][point]);
      for (int a = 0; a < dimension; a++) {
        double slopeRe = pullback[2 * (a * n + i)][point];
        double slopeIm = pullback[2 * (a * n + i) + 1][point];
        DerivativeStructure x = factory.variable(first + 2 * a, 0);
        DerivativeStructure y = factory.variable(first + 2 * a + 1, 0);
        re = re.add(x.multiply(slopeRe)).subtract(y.multiply(slopeIm));
        im = im.add(x.multiply(slopeIm)).add(y.multiply(slopeRe));
      }
      coordinates.add(new FieldComplex<>(re, im));
    }
    return coordinates;
  }

  /** The features in the order in which the network takes them. */
  List<DerivativeStructure> features(Features kind, List<FieldComplex<DerivativeStructure>> z) {
    List<DerivativeStructure> features = new ArrayList<>();
    int from = 0;
    for (int n : ambient) {
      List<FieldComplex<DerivativeStructure>> factor = z.subList(from, from + n + 1);
      switch (kind) {
        case INVARIANT -> addInvariants(factor, features);
        case SYMMETRIC -> addSymmetric(factor, features);
        case RAW -> {
          for (FieldComplex<DerivativeStructure> coordinate : factor) {
            features.add(coordinate.getRealPart());
            features.add(coordinate.getImaginaryPart());
          }
        }
      }
      from += n + 1;
    }
    return features;
  }

  private static void addInvariants(
      List<FieldComplex<DerivativeStructure>> z, List<DerivativeStructure> features) {
    DerivativeStructure norm = norm(z);
    for (int i = 0; i < z.size(); i++) {
      for (int j = i; j < z.size(); j++) {
        FieldComplex<DerivativeStructure> pair = z.get(i).multiply(z.get(j).conjugate());
        features.add(pair.getRealPart().divide(norm));
        if (j > i) {
          features.add(pair.getImaginaryPart().divide(norm));
        }
      }
    }
  }

  private static void addSymmetric(
      List<FieldComplex<DerivativeStructure>> z, List<DerivativeStructure> features) {
    int n = z.size();
    DerivativeStructure norm = norm(z);
    List<DerivativeStructure> t =
        z.stream().map(c -> c.multiply(c.conjugate()).getRealPart().divide(norm)).toList();
    for (int k = 2; k <= n; k++) {
      features.add(sum(t, k).log().divide(k).exp().multiply(2));
    }
    DerivativeStructure tops = sum(t, n).multiply(norm.pow(n));
    for (int[] ab : new int[][] {{1, 1}, {1, 2}, {2, 2}}) {
      DerivativeStructure product =
          weighted(z, t, ab[0]).multiply(weighted(z, t, ab[1]).conjugate()).getRealPart();
      features.add(product.divide(tops).multiply(Math.pow(n, ab[0] + ab[1] - 1.0)));
    }
  }

  /** Σ tᵢᵏ. */
  private static DerivativeStructure sum(List<DerivativeStructure> t, int k) {
    return t.stream().map(x -> x.pow(k)).reduce(DerivativeStructure::add).orElseThrow();
  }

  /** Σ tᵢᵃ zᵢᴺ. */
  private static FieldComplex<DerivativeStructure> weighted(
      List<FieldComplex<DerivativeStructure>> z, List<DerivativeStructure> t, int a) {
    FieldComplex<DerivativeStructure> sum = null;
    for (int i = 0; i < z.size(); i++) {
      FieldComplex<DerivativeStructure> term = power(z.get(i), z.size()).multiply(t.get(i).pow(a));
      sum = sum == null ? term : sum.add(term);
    }
    return sum;
  }

  private static FieldComplex<DerivativeStructure> power(
      FieldComplex<DerivativeStructure> z, int n) {
    return n == 1 ? z : power(z, n - 1).multiply(z);
  }

  /** |z|². */
  private static DerivativeStructure norm(List<FieldComplex<DerivativeStructure>> z) {
    return z.stream()
        .map(c -> c.multiply(c.conjugate()).getRealPart())
        .reduce(DerivativeStructure::add)
        .orElseThrow();
  }

  /** The potential (1/π) Σ log|z|² of the Fubini–Study metric. */
  DerivativeStructure fubiniStudy(List<FieldComplex<DerivativeStructure>> z) {
    DerivativeStructure sum = factory.constant(0);
    int from = 0;
    for (int n : ambient) {
      sum = sum.add(norm(z.subList(from, from + n + 1)).log().divide(Math.PI));
      from += n + 1;
    }
    return sum;
  }

  /**
   * The Hermitian jet of a function, from its real derivatives.
   *
   * @param extra how often it is differentiated by the parameter after the first 2m, if there is
   *     one
   */
  double[] hermitian(DerivativeStructure f, int extra) {
    int m = dimension;
    List<Double> jet = new ArrayList<>(List.of(derivative(f, extra)));
    for (int a = 0; a < m; a++) {
      jet.add(0.5 * derivative(f, extra, 2 * a));
      jet.add(-0.5 * derivative(f, extra, 2 * a + 1));
    }
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        double xx = derivative(f, extra, 2 * a, 2 * b);
        double yy = derivative(f, extra, 2 * a + 1, 2 * b + 1);
        jet.add(0.25 * (xx + yy));
        if (b > a) {
          double xy = derivative(f, extra, 2 * a, 2 * b + 1);
          double yx = derivative(f, extra, 2 * a + 1, 2 * b);
          jet.add(0.25 * (xy - yx));
        }
      }
    }
    return jet.stream().mapToDouble(x -> x).toArray();
  }

  private double derivative(DerivativeStructure f, int extra, int... by) {
    int[] orders = new int[factory.getCompiler().getFreeParameters()];
    for (int i : by) {
      orders[i]++;
    }
    if (extra > 0) {
      orders[2 * dimension] = extra;
    }
    return f.getPartialDerivative(orders);
  }
}
