package org.metricflows.proofs.internal.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.symbolic.expression.Rational;

/**
 * Exact fractions: polynomials over products of units, the polynomials that have been inverted,
 * with indeterminates for square roots.
 *
 * <p>A sum over a common denominator keeps it. Nothing is cancelled: a fraction is zero if and only
 * if its numerator is the zero polynomial, once s² has been replaced by its radicand.
 */
final class Fractions implements Numbers<Fraction> {
  private static final int[] NONE = {};

  private final Budget budget;
  private final List<Polynomial> units = new ArrayList<>();
  private final Map<Integer, Polynomial> radicands = new TreeMap<>();
  private int indeterminates;

  Fractions(Budget budget) {
    this.budget = budget;
  }

  @Override
  public Fraction of(Rational value) {
    return new Fraction(Polynomial.of(value), NONE);
  }

  /** A new indeterminate. */
  @Override
  public Fraction generic() {
    return new Fraction(Polynomial.indeterminate(indeterminates++), NONE);
  }

  @Override
  public Fraction add(Fraction a, Fraction b) {
    if (a.isZero() || b.isZero()) {
      return a.isZero() ? b : a;
    }
    int[] powers = new int[Math.max(a.powers().length, b.powers().length)];
    Arrays.setAll(powers, u -> Math.max(a.power(u), b.power(u)));
    return new Fraction(over(a, powers).plus(over(b, powers)), powers);
  }

  private Polynomial over(Fraction a, int[] powers) {
    Polynomial numerator = a.numerator();
    for (int u = 0; u < powers.length; u++) {
      for (int n = a.power(u); n < powers[u]; n++) {
        numerator = product(numerator, units.get(u));
      }
    }
    return numerator;
  }

  @Override
  public Fraction multiply(Fraction a, Fraction b) {
    if (a.isZero() || b.isZero()) {
      return of(Rational.of(0));
    }
    int[] powers = new int[Math.max(a.powers().length, b.powers().length)];
    Arrays.setAll(powers, u -> a.power(u) + b.power(u));
    return new Fraction(product(a.numerator(), b.numerator()), powers);
  }

  @Override
  public Fraction scale(Fraction a, Rational factor) {
    return new Fraction(a.numerator().times(factor), a.powers());
  }

  @Override
  public Fraction inverse(Fraction a) {
    if (a.isZero()) {
      throw new BadPointException("division by zero");
    }
    Fraction above = new Fraction(over(new Fraction(Polynomial.ONE, NONE), a.powers()), NONE);
    return multiply(above, inverse(a.numerator()));
  }

  /** 1/p, a root in p moved to the numerator: 1/(a + bs) = (a − bs)/(a² − b²s²). */
  private Fraction inverse(Polynomial p) {
    if (p.isNumber()) {
      return of(p.number().power(-1));
    }
    for (Map.Entry<Integer, Polynomial> root : radicands.entrySet()) {
      Polynomial odd = oddPart(p, root.getKey());
      if (!odd.isZero()) {
        Polynomial s = Polynomial.indeterminate(root.getKey());
        Polynomial conjugate = p.plus(product(odd, s).times(Rational.of(-2)));
        Fraction norm = inverse(product(p, conjugate));
        return multiply(new Fraction(conjugate, NONE), norm);
      }
    }
    int unit = units.indexOf(p);
    if (unit < 0) {
      unit = units.size();
      units.add(p);
    }
    int[] powers = new int[unit + 1];
    powers[unit] = 1;
    return new Fraction(Polynomial.ONE, powers);
  }

  /** b in p = a + b s. */
  private static Polynomial oddPart(Polynomial p, int s) {
    Map<Monomial, Rational> odd = new HashMap<>();
    p.terms()
        .forEach(
            (m, c) -> {
              if (m.exponent(s) == 1) {
                odd.put(m.without(s), c);
              }
            });
    return new Polynomial(odd);
  }

  /** √(n/Πuᵉ) = √(n Π_{e odd} u)/Πu^⌈e/2⌉. */
  @Override
  public Fraction root(Fraction a) {
    int[] powers = new int[a.powers().length];
    int[] even = new int[a.powers().length];
    for (int u = 0; u < powers.length; u++) {
      powers[u] = (a.power(u) + 1) / 2;
      even[u] = 2 * powers[u];
    }
    Polynomial radicand = over(a, even);
    return new Fraction(root(radicand), powers);
  }

  @Override
  public boolean isZero(Fraction a) {
    return a.isZero();
  }

  private Polynomial root(Polynomial radicand) {
    for (Map.Entry<Integer, Polynomial> known : radicands.entrySet()) {
      if (known.getValue().equals(radicand)) {
        return Polynomial.indeterminate(known.getKey());
      }
    }
    int s = indeterminates++;
    radicands.put(s, radicand);
    return Polynomial.indeterminate(s);
  }

  /** The product with every s² replaced by its radicand. */
  private Polynomial product(Polynomial a, Polynomial b) {
    Polynomial product = a.times(b, budget);
    for (Map.Entry<Integer, Polynomial> root : radicands.entrySet()) {
      product = reduced(product, root.getKey(), root.getValue());
    }
    return product;
  }

  private Polynomial reduced(Polynomial p, int s, Polynomial radicand) {
    Polynomial low = Polynomial.ZERO;
    Polynomial high = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      int n = term.getKey().exponent(s);
      Polynomial single = new Polynomial(Map.of(term.getKey(), term.getValue()));
      if (n < 2) {
        low = low.plus(single);
      } else {
        Monomial rest = term.getKey().without(s).times(Monomial.of(s, n - 2));
        high = high.plus(new Polynomial(Map.of(rest, term.getValue())));
      }
    }
    return high.isZero() ? p : low.plus(product(high, radicand));
  }
}
