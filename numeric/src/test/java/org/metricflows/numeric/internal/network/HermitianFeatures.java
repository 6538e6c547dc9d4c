package org.metricflows.numeric.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;

/**
 * Curved features of m complex coordinates u = p + i q, over any field: with z = (1, u) as on a
 * projective space, Re and Im of zᵢ z̄ⱼ/|z|².
 */
final class HermitianFeatures {

  private final int m;
  private final double[][] points;

  private HermitianFeatures(int m, double[][] points) {
    this.m = m;
    this.points = points;
  }

  static HermitianFeatures of(int m, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[count][];
    for (int p = 0; p < count; p++) {
      points[p] = random.doubles(2L * m, -1, 1).toArray();
    }
    return new HermitianFeatures(m, points);
  }

  /** The point's p₁ … p_m, q₁ … q_m. */
  double[] point(int p) {
    return points[p];
  }

  int count() {
    return (m + 1) * (m + 1);
  }

  /** Features at p₁ … p_m, q₁ … q_m. */
  <T extends CalculusFieldElement<T>> List<T> at(List<T> x) {
    T one = x.get(0).getField().getOne();
    List<T> re = new ArrayList<>(List.of(one));
    List<T> im = new ArrayList<>(List.of(one.newInstance(0)));
    T norm = one;
    for (int a = 0; a < m; a++) {
      T p = x.get(a);
      T q = x.get(m + a);
      re.add(p);
      im.add(q);
      norm = norm.add(p.multiply(p)).add(q.multiply(q));
    }
    List<T> features = new ArrayList<>();
    for (int i = 0; i <= m; i++) {
      for (int j = i; j <= m; j++) {
        T real = re.get(i).multiply(re.get(j)).add(im.get(i).multiply(im.get(j)));
        features.add(real.divide(norm));
        if (j > i) {
          T imaginary = im.get(i).multiply(re.get(j)).subtract(re.get(i).multiply(im.get(j)));
          features.add(imaginary.divide(norm));
        }
      }
    }
    return features;
  }

  StoredJets jets() {
    HermitianJetSpace space = new HermitianJetSpace(m);
    double[][] jets = new double[points.length][space.size() * count()];
    DSFactory factory = new DSFactory(2 * m, 2);
    for (int p = 0; p < points.length; p++) {
      List<DerivativeStructure> x = new ArrayList<>();
      for (int k = 0; k < 2 * m; k++) {
        x.add(factory.variable(k, points[p][k]));
      }
      List<DerivativeStructure> features = at(x);
      for (int f = 0; f < features.size(); f++) {
        DerivativeStructure feature = features.get(f);
        List<Double> jet = jet(m, orders -> feature.getPartialDerivative(orders));
        for (int c = 0; c < jet.size(); c++) {
          jets[p][c * count() + f] = jet.get(c);
        }
      }
    }
    return StoredJets.of(space, count(), jets);
  }

  /**
   * The Hermitian jet from derivatives by (p, q): ∂_a = ½(∂_p − i∂_q), so that 4 ∂_a∂_b̄ = ∂_pa
   * ∂_pb + ∂_qa ∂_qb + i (∂_pa ∂_qb − ∂_qa ∂_pb).
   */
  static List<Double> jet(int m, ToDoubleFunction<int[]> derivative) {
    List<Double> jet = new ArrayList<>(List.of(derivative.applyAsDouble(new int[2 * m])));
    for (int a = 0; a < m; a++) {
      jet.add(0.5 * derivative.applyAsDouble(orders(m, a)));
      jet.add(-0.5 * derivative.applyAsDouble(orders(m, m + a)));
    }
    for (int a = 0; a < m; a++) {
      for (int b = a; b < m; b++) {
        double pp = derivative.applyAsDouble(orders(m, a, b));
        double qq = derivative.applyAsDouble(orders(m, m + a, m + b));
        jet.add((pp + qq) / 4);
        if (b > a) {
          double pq = derivative.applyAsDouble(orders(m, a, m + b));
          double qp = derivative.applyAsDouble(orders(m, m + a, b));
          jet.add((pq - qp) / 4);
        }
      }
    }
    return jet;
  }

  private static int[] orders(int m, int... variables) {
    int[] orders = new int[2 * m];
    for (int k : variables) {
      orders[k]++;
    }
    return orders;
  }
}
