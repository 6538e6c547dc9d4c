package org.metricflows.symbolic.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A language that expressions are printed in. */
public enum Dialect {
  /** Infix with lower-case functions, as specs are written: {@code sin(x)^2/3}. */
  TEXT,
  /** Symja's input form: {@code Sin[x]^2/3}. */
  SYMJA,
  /** Python for SymPy: {@code sin(x)**2/3}; numbers are exact only where SymPy sees a Rational. */
  SYMPY,
  /** LaTeX mathematics. */
  LATEX;

  /** Prints with each symbol under its own name, in LaTeX as a person reads it. */
  public String print(Expr expr) {
    return print(expr, this == LATEX ? symbol -> Notation.latex(symbol.name()) : Symbol::name);
  }

  /** Prints with symbols named by {@code names}. */
  public String print(Expr expr, Function<Symbol, String> names) {
    return this == LATEX
        ? new LatexPrinter(names).print(expr)
        : new InfixPrinter(this, names).print(expr);
  }

  /** A sum's term split into its sign and its absolute expression. */
  record Signed(boolean negative, Expr magnitude) {
    static Signed of(Expr term) {
      if (term instanceof Rational number && number.signum() < 0) {
        return new Signed(true, term.negate());
      }
      if (term instanceof Product product && product.coefficient().signum() < 0) {
        return new Signed(true, term.negate());
      }
      return new Signed(false, term);
    }
  }

  /** A product split into what stands above and below its fraction bar. */
  record Fraction(List<Expr> above, List<Expr> below) {
    static Fraction of(Expr expr) {
      List<Expr> above = new ArrayList<>();
      List<Expr> below = new ArrayList<>();
      List<Expr> factors = expr instanceof Product product ? product.factors() : List.of(expr);
      for (Expr factor : factors) {
        if (factor instanceof Rational number) {
          if (!number.numerator().equals(BigInteger.ONE)) {
            above.add(Rational.of(number.numerator()));
          }
          if (!number.isInteger()) {
            below.add(Rational.of(number.denominator()));
          }
        } else if (factor instanceof Power power
            && power.exponent() instanceof Rational n
            && n.signum() < 0) {
          below.add(Power.of(power.base(), n.negate()));
        } else {
          above.add(factor);
        }
      }
      return new Fraction(above, below);
    }
  }
}
