package org.metricflows.symbolic.expression;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** Prints LaTeX: fractions, roots, functions with upright names. */
final class LatexPrinter implements ExprVisitor<String> {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  private final Function<Symbol, String> names;

  LatexPrinter(Function<Symbol, String> names) {
    this.names = names;
  }

  String print(Expr expr) {
    return print(expr, SUM);
  }

  private String print(Expr expr, int context) {
    Dialect.Signed signed = Dialect.Signed.of(expr);
    if (signed.negative()) {
      String body = "-" + print(signed.magnitude(), PRODUCT);
      return context > SUM ? parenthesised(body) : body;
    }
    String body = expr.accept(this);
    boolean wrap = level(expr) < context;
    return wrap ? parenthesised(body) : body;
  }

  private static String parenthesised(String body) {
    return "\\left(" + body + "\\right)";
  }

  private static int level(Expr expr) {
    if (expr instanceof Sum) {
      return SUM;
    }
    boolean named = expr instanceof Call call && call.function() != Fn.EXP;
    boolean atom = named || expr instanceof Symbol || expr instanceof Constant || isInteger(expr);
    return atom ? ATOM : PRODUCT;
  }

  private static boolean isInteger(Expr expr) {
    return expr instanceof Rational number && number.isInteger();
  }

  @Override
  public String number(Rational number) {
    return fraction(number);
  }

  @Override
  public String constant(Constant constant) {
    return constant == Constant.PI ? "\\pi" : "\\mathrm{e}";
  }

  @Override
  public String symbol(Symbol symbol) {
    return names.apply(symbol);
  }

  @Override
  public String sum(Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : InfixPrinter.positiveFirst(sum.terms())) {
      Dialect.Signed signed = Dialect.Signed.of(term);
      text.append(signed.negative() ? "-" : text.length() > 0 ? "+" : "");
      text.append(print(signed.magnitude(), PRODUCT));
    }
    return text.toString();
  }

  @Override
  public String product(Product product) {
    return fraction(product);
  }

  private String fraction(Expr expr) {
    Dialect.Fraction fraction = Dialect.Fraction.of(expr);
    if (fraction.below().isEmpty()) {
      return fraction.above().isEmpty() ? "1" : join(fraction.above());
    }
    String above = fraction.above().isEmpty() ? "1" : join(fraction.above());
    return "\\frac{" + above + "}{" + join(fraction.below()) + "}";
  }

  private String join(List<Expr> factors) {
    if (factors.size() == 1) {
      return factors.get(0) instanceof Rational number
          ? number.numerator().toString()
          : print(factors.get(0));
    }
    StringJoiner joiner = new StringJoiner("\\,");
    factors.forEach(f -> joiner.add(isInteger(f) ? f.toString() : print(f, PRODUCT)));
    return joiner.toString();
  }

  @Override
  public String power(Power power) {
    if (power.exponent() instanceof Rational n && n.signum() < 0) {
      return fraction(power);
    }
    if (power.exponent().equals(Rational.HALF)) {
      return "\\sqrt{" + print(power.base()) + "}";
    }
    return "{" + print(power.base(), ATOM) + "}^{" + print(power.exponent()) + "}";
  }

  @Override
  public String call(Call call) {
    if (call.function() == Fn.EXP) {
      return "\\mathrm{e}^{" + print(call.arguments().get(0)) + "}";
    }
    if (call.function() == Fn.ABS) {
      return "\\left|" + print(call.arguments().get(0)) + "\\right|";
    }
    StringJoiner joiner = new StringJoiner(",", call.function().latex() + "\\left(", "\\right)");
    call.arguments().forEach(a -> joiner.add(print(a)));
    return joiner.toString();
  }
}
