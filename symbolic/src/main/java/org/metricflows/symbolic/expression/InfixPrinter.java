package org.metricflows.symbolic.expression;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** Prints text, Symja and SymPy forms, with no more parentheses than needed. */
final class InfixPrinter implements ExprVisitor<String> {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int POWER = 3;
  private static final int ATOM = 4;

  private final Dialect dialect;
  private final Function<Symbol, String> names;

  InfixPrinter(Dialect dialect, Function<Symbol, String> names) {
    this.dialect = dialect;
    this.names = names;
  }

  String print(Expr expr) {
    return print(expr, SUM);
  }

  private String print(Expr expr, int context) {
    Dialect.Signed signed = Dialect.Signed.of(expr);
    if (signed.negative()) {
      String body = "-" + print(signed.magnitude(), PRODUCT);
      return context > SUM ? "(" + body + ")" : body;
    }
    int level = level(expr);
    String body = expr.accept(this);
    return level < context ? "(" + body + ")" : body;
  }

  private static int level(Expr expr) {
    if (expr instanceof Sum) {
      return SUM;
    }
    if (expr instanceof Product || (expr instanceof Rational number && !number.isInteger())) {
      return PRODUCT;
    }
    if (expr instanceof Power power) {
      return isNegativeNumber(power.exponent()) ? PRODUCT : POWER;
    }
    return ATOM;
  }

  private static boolean isNegativeNumber(Expr expr) {
    return expr instanceof Rational number && number.signum() < 0;
  }

  @Override
  public String number(Rational number) {
    if (number.isInteger()) {
      return number.numerator().toString();
    }
    if (dialect == Dialect.SYMPY) {
      return "Rational(" + number.numerator() + "," + number.denominator() + ")";
    }
    return number.numerator() + "/" + number.denominator();
  }

  @Override
  public String constant(Constant constant) {
    if (constant == Constant.E) {
      return "E";
    }
    return dialect == Dialect.SYMPY ? "pi" : "Pi";
  }

  @Override
  public String sum(Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : positiveFirst(sum.terms())) {
      Dialect.Signed signed = Dialect.Signed.of(term);
      if (signed.negative()) {
        text.append('-');
      } else if (text.length() > 0) {
        text.append('+');
      }
      text.append(print(signed.magnitude(), PRODUCT));
    }
    return text.toString();
  }

  static List<Expr> positiveFirst(List<Expr> terms) {
    if (!Dialect.Signed.of(terms.get(0)).negative()) {
      return terms;
    }
    return terms.stream().sorted((a, b) -> Boolean.compare(sign(a), sign(b))).toList();
  }

  private static boolean sign(Expr term) {
    return Dialect.Signed.of(term).negative();
  }

  @Override
  public String symbol(Symbol symbol) {
    return names.apply(symbol);
  }

  @Override
  public String product(Product product) {
    return fraction(product);
  }

  private String fraction(Expr expr) {
    Dialect.Fraction fraction = Dialect.Fraction.of(expr);
    String above = fraction.above().isEmpty() ? "1" : join(fraction.above());
    if (fraction.below().isEmpty()) {
      return above;
    }
    String below = join(fraction.below());
    if (fraction.below().size() > 1) {
      below = "(" + below + ")";
    }
    boolean integers =
        fraction.above().stream().allMatch(Rational.class::isInstance)
            && fraction.below().stream().allMatch(Rational.class::isInstance);
    if (dialect == Dialect.SYMPY && integers) {
      return "Rational(" + above + "," + below + ")";
    }
    return above + "/" + below;
  }

  private String join(List<Expr> factors) {
    StringJoiner joiner = new StringJoiner("*");
    factors.forEach(f -> joiner.add(print(f, factors.size() > 1 ? PRODUCT : POWER)));
    return joiner.toString();
  }

  @Override
  public String power(Power power) {
    if (isNegativeNumber(power.exponent())) {
      return fraction(power);
    }
    if (power.exponent().equals(Rational.HALF)) {
      return apply(dialect == Dialect.SYMJA ? "Sqrt" : "sqrt", List.of(power.base()));
    }
    String caret = dialect == Dialect.SYMPY ? "**" : "^";
    return print(power.base(), ATOM) + caret + print(power.exponent(), ATOM);
  }

  @Override
  public String call(Call call) {
    Fn fn = call.function();
    return switch (dialect) {
      case SYMJA -> symja(call);
      case SYMPY ->
          fn == Fn.SOFTPLUS
              ? "log(1+exp(" + print(call.arguments().get(0)) + "))"
              : apply(fn.sympy(), call.arguments());
      default -> apply(fn.text(), call.arguments());
    };
  }

  private String symja(Call call) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case SOFTPLUS -> "Log[1+Exp[" + print(arguments.get(0)) + "]]";
      case ATAN2 -> apply("ArcTan", List.of(arguments.get(1), arguments.get(0)));
      default -> apply(call.function().symja(), arguments);
    };
  }

  private String apply(String function, List<Expr> arguments) {
    StringJoiner joiner =
        dialect == Dialect.SYMJA
            ? new StringJoiner(",", function + "[", "]")
            : new StringJoiner(",", function + "(", ")");
    arguments.forEach(a -> joiner.add(print(a)));
    return joiner.toString();
  }
}
