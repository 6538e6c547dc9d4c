package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Factors that need no algorithm: polynomials that are evidently irreducible, and u² − v². */
final class EasyFactors {

  private EasyFactors() {}

  /** The factors of a primitive polynomial that no variable divides, if they are evident. */
  static Optional<Map<Polynomial, Integer>> of(Polynomial p) {
    if (isLinearAndCoprime(p)) {
      return Optional.of(Map.of(p, 1));
    }
    return p.terms() == 2 ? binomial(p) : Optional.empty();
  }

  /** A v + B with A a monomial: no variable divides p, so A and B are coprime. */
  private static boolean isLinearAndCoprime(Polynomial p) {
    for (int v = 0; v < p.variables(); v++) {
      if (p.degree(v) == 1 && p.split(v).get(1).terms() == 1) {
        Polynomial slope = p.split(v).get(1);
        Polynomial rest = p.split(v).get(0);
        boolean coprime = true;
        for (int w = 0; w < p.variables(); w++) {
          coprime &= slope.degree(w) == 0 || !rest.split(w).get(0).isZero();
        }
        if (coprime) {
          return true;
        }
      }
    }
    return false;
  }

  /** α u² + β v² with monomials u, v that are no powers: reducible only where −αβ is a square. */
  private static Optional<Map<Polynomial, Integer>> binomial(Polynomial p) {
    List<int[]> exponents = new ArrayList<>();
    List<BigInteger> values = new ArrayList<>();
    p.forEach(
        (e, c) -> {
          exponents.add(e);
          values.add(c);
        });
    int gcd = 0;
    for (int[] e : exponents) {
      for (int k : e) {
        gcd = BigInteger.valueOf(gcd).gcd(BigInteger.valueOf(k)).intValue();
      }
    }
    if (gcd != 2) {
      return Optional.empty();
    }
    BigInteger alpha = values.get(0);
    BigInteger beta = values.get(1);
    BigInteger[] root = alpha.multiply(beta).negate().max(BigInteger.ZERO).sqrtAndRemainder();
    if (alpha.signum() == beta.signum() || root[1].signum() != 0) {
      return Optional.of(Map.of(p, 1));
    }
    // α u² − |β| v² = (α u + √(α|β|) v)(α u − √(α|β|) v) / α
    List<int[]> halves =
        exponents.stream().map(e -> java.util.Arrays.stream(e).map(k -> k / 2).toArray()).toList();
    Map<Polynomial, Integer> factors = new LinkedHashMap<>();
    factors.put(p.with(halves, List.of(alpha, root[0])), 1);
    factors.put(p.with(halves, List.of(alpha, root[0].negate())), 1);
    return Optional.of(factors);
  }
}
