package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/** Writes normal forms for people: factored, generators under their own names. */
final class Restorer {
  /** Beyond this, what known factors leave of a numerator stays expanded. */
  private static final int LARGEST_TO_FACTOR = 12;

  /** Larger formulas are not tried without the roots in their denominators. */
  private static final int LARGEST_TO_RATIONALISE = 100;

  private final RationalField field;
  private final List<Generator> generators;

  Restorer(RationalField field, List<Generator> generators) {
    this.field = field;
    this.generators = generators;
  }

  Expr restore(RationalFunction f) {
    if (f.isZero()) {
      return Rational.ZERO;
    }
    Expr plain = new Writing(f).expression();
    if (plain.size() > LARGEST_TO_RATIONALISE) {
      return plain;
    }
    try {
      Expr rationalised = new Writing(field.rationalised(f)).expression();
      return rationalised.size() < plain.size() ? rationalised : plain;
    } catch (BudgetException e) {
      return plain;
    }
  }

  /** One function on its way to an expression: Π f^e times a number and what has no factors. */
  private final class Writing {
    private final List<Expr> written = new ArrayList<>();
    private final FactorTable table = field.factors();
    private int[] exponents;
    private Polynomial rest;
    private Rational coefficient;

    Writing(RationalFunction f) {
      coefficient = f.coefficient();
      rest = f.numerator();
      splitNumerator();
      exponents = Arrays.copyOf(exponents, table.size());
      Arrays.setAll(exponents, i -> exponents[i] - f.exponent(i));
    }

    private void splitNumerator() {
      int[] unlimited = new int[table.size()];
      Arrays.fill(unlimited, Integer.MAX_VALUE);
      FactorTable.Division division = table.divide(rest, unlimited);
      exponents = division.exponents();
      rest = division.rest();
      coefficient = coefficient.multiply(division.scale());
      if (rest.terms() <= LARGEST_TO_FACTOR) {
        int[] more = table.split(rest);
        // the product of the factors is the rest times a rational number
        Rational scale = field.reduced(table.product(more)).coefficient();
        coefficient = coefficient.multiply(scale.power(-1));
        exponents = Arrays.copyOf(exponents, table.size());
        Arrays.setAll(exponents, i -> exponents[i] + (i < more.length ? more[i] : 0));
        rest = null;
      }
    }

    Expr expression() {
      boolean negative = coefficient.signum() < 0;
      for (int i = 0; i < exponents.length; i++) {
        if (exponents[i] != 0) {
          Polynomial factor = table.get(i);
          int surplus = surplus(factor);
          boolean odd = exponents[i] % 2 != 0;
          // −(5s² − 9) reads better as 9 − 5s²
          if (surplus < 0 || (surplus == 0 && odd && negative)) {
            factor = factor.scale(BigInteger.ONE.negate());
            written.add(Rational.of(odd ? -1 : 1));
            negative ^= odd;
          }
          written.add(Restorer.this.expression(factor).pow(exponents[i]));
        }
      }
      if (rest != null) {
        written.add(Restorer.this.expression(rest));
      }
      written.add(coefficient);
      return Expr.product(written);
    }

    /** How many more positive than negative terms a polynomial has. */
    private static int surplus(Polynomial p) {
      int[] surplus = new int[1];
      p.forEach((exponents, coefficient) -> surplus[0] += coefficient.signum());
      return surplus[0];
    }
  }

  private Expr expression(Polynomial p) {
    List<Expr> terms = new ArrayList<>();
    p.forEach((exponents, coefficient) -> terms.add(term(exponents, coefficient)));
    return Expr.sum(terms);
  }

  private Expr term(int[] exponents, BigInteger coefficient) {
    List<Expr> factors = new ArrayList<>(List.of(Rational.of(coefficient)));
    for (int v = 0; v < exponents.length; v++) {
      if (exponents[v] > 0) {
        factors.add(generators.get(v).meaning().pow(exponents[v]));
      }
    }
    return Expr.product(factors);
  }
}
