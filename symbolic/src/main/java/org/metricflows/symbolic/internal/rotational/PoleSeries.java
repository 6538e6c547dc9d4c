package org.metricflows.symbolic.internal.rotational;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Rational;

/**
 * The power series of a steady soliton at its pole, for the sectional curvature k = 1 there: ψ = Σ
 * a_i s^{2i+1}, f' = Σ b_i s^{2i+1}, exact.
 *
 * <p>The coefficient of s^{2j} in ψψ'' = (n−2)(1 − ψ'²) + ψψ'f' and of s^{2j−1} in ψf'' = (n−1)ψ''
 * are linear in a_j and b_{j−1}. They determine both for j ≥ 2 and leave a₁ free, which is −k/6.
 * Another k scales: ψ(s; k) = ψ(s√k)/√k.
 *
 * @param radius a₀, a₁, …
 * @param drift b₀, b₁, …
 */
public record PoleSeries(List<Rational> radius, List<Rational> drift) {

  public PoleSeries {
    radius = List.copyOf(radius);
    drift = List.copyOf(drift);
  }

  /**
   * The series in dimension n.
   *
   * @param terms how many coefficients of each, at least 1
   */
  static PoleSeries of(int n, int terms) {
    List<Rational> a = new ArrayList<>(List.of(Rational.of(1), Rational.of(-1, 6)));
    List<Rational> b = new ArrayList<>(List.of(Rational.of(1L - n)));
    for (int j = 2; j <= terms; j++) {
      Rational known = knownDrift(j, a, b);
      Rational rest = residual(n, j, a, b).add(minus(known));
      Rational perRadius = Rational.of((n - 1L) * (2L * j + 1) * 2 * j, 2L * j - 1);
      Rational own = Rational.of((2L * j + 1) * (2L * j + 2 * (n - 2L)));
      a.add(minus(rest).multiply(own.add(minus(perRadius)).power(-1)));
      b.add(known.add(perRadius.multiply(a.get(j))));
    }
    return new PoleSeries(a.subList(0, terms), b.subList(0, terms));
  }

  /** What b_{j−1} is without the part with a_j. */
  private static Rational knownDrift(int j, List<Rational> a, List<Rational> b) {
    Rational sum = Rational.of(0);
    for (int l = 0; l < j - 1; l++) {
      sum = sum.add(a.get(j - 1 - l).multiply(b.get(l)).multiply(Rational.of(2L * l + 1)));
    }
    return sum.multiply(Rational.of(-1, 2L * j - 1));
  }

  /** The coefficient of s^{2j} in ψψ'' − (n−2)(1 − ψ'²) − ψψ'f' without a_j and b_{j−1}. */
  private static Rational residual(int n, int j, List<Rational> a, List<Rational> b) {
    Rational sum = Rational.of(0);
    for (int i = 1; i < j; i++) {
      int l = j - i;
      long factor = (2L * l + 1) * (2L * l + (n - 2L) * (2L * i + 1));
      sum = sum.add(a.get(i).multiply(a.get(l)).multiply(Rational.of(factor)));
    }
    for (int k = 0; k < j - 1; k++) {
      for (int l = 0; l < j - k; l++) {
        Rational product = a.get(j - 1 - k - l).multiply(a.get(l)).multiply(b.get(k));
        sum = sum.add(product.multiply(Rational.of(-(2L * l + 1))));
      }
    }
    return sum;
  }

  private static Rational minus(Rational r) {
    return r.multiply(Rational.of(-1));
  }
}
