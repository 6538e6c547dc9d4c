package org.metricflows.symbolic.expression;

import static org.metricflows.symbolic.expression.Rational.ONE;
import static org.metricflows.symbolic.expression.Rational.ZERO;

import java.util.List;
import java.util.function.Function;

/**
 * The elementary functions: their names in each printed language and their derivatives.
 *
 * <p>{@link #STEP} is 1 for positive and 0 for negative arguments, ½ at zero; {@link #SIGN}, {@link
 * #ABS}, {@link #MAX}, {@link #MIN} and {@code STEP} are differentiated away from their kinks.
 * {@link #SOFTPLUS} is log(1 + eᵘ), kept whole because the plain formula overflows.
 */
public enum Fn {
  SIN("sin", "Sin", "sin", "\\sin", u -> Expr.cos(u)),
  COS("cos", "Cos", "cos", "\\cos", u -> Expr.sin(u).negate()),
  TAN("tan", "Tan", "tan", "\\tan", u -> ONE.plus(tan(u).pow(2))),
  SINH("sinh", "Sinh", "sinh", "\\sinh", u -> cosh(u)),
  COSH("cosh", "Cosh", "cosh", "\\cosh", u -> sinh(u)),
  TANH("tanh", "Tanh", "tanh", "\\tanh", u -> ONE.minus(tanh(u).pow(2))),
  ASIN("asin", "ArcSin", "asin", "\\arcsin", u -> Expr.sqrt(ONE.minus(u.pow(2))).pow(-1)),
  ACOS("acos", "ArcCos", "acos", "\\arccos", u -> Expr.sqrt(ONE.minus(u.pow(2))).pow(-1).negate()),
  ATAN("atan", "ArcTan", "atan", "\\arctan", u -> ONE.plus(u.pow(2)).pow(-1)),
  EXP("exp", "Exp", "exp", "\\exp", u -> Expr.exp(u)),
  LOG("log", "Log", "log", "\\log", u -> u.pow(-1)),
  ERF(
      "erf",
      "Erf",
      "erf",
      "\\operatorname{erf}",
      u -> Expr.exp(u.pow(2).negate()).times(2).over(Expr.sqrt(Constant.PI))),
  SOFTPLUS(
      "softplus",
      "Softplus",
      "softplus",
      "\\operatorname{softplus}",
      u -> ONE.plus(tanh(u.over(2))).over(2)),
  ABS("abs", "Abs", "Abs", "\\operatorname{abs}", u -> sign(u)),
  SIGN("sign", "Sign", "sign", "\\operatorname{sgn}", u -> ZERO),
  STEP("step", "HeavisideTheta", "Heaviside", "H", u -> ZERO),
  /** atan2(y, x): the angle of the point (x, y). */
  ATAN2("atan2", "ArcTan", "atan2", "\\operatorname{atan2}", null),
  MAX("max", "Max", "Max", "\\max", null),
  MIN("min", "Min", "Min", "\\min", null);

  private final String text;
  private final String symja;
  private final String sympy;
  private final String latex;
  private final Function<Expr, Expr> slope;

  Fn(String text, String symja, String sympy, String latex, Function<Expr, Expr> slope) {
    this.text = text;
    this.symja = symja;
    this.sympy = sympy;
    this.latex = latex;
    this.slope = slope;
  }

  private static Expr cosh(Expr u) {
    return Call.of(COSH, u);
  }

  private static Expr sign(Expr u) {
    return Call.of(SIGN, u);
  }

  private static Expr sinh(Expr u) {
    return Call.of(SINH, u);
  }

  private static Expr tan(Expr u) {
    return Call.of(TAN, u);
  }

  private static Expr tanh(Expr u) {
    return Call.of(TANH, u);
  }

  /** Number of arguments, 1 or 2. */
  public int arity() {
    return slope == null ? 2 : 1;
  }

  public String text() {
    return text;
  }

  public String symja() {
    return symja;
  }

  public String sympy() {
    return sympy;
  }

  public String latex() {
    return latex;
  }

  /** Whether the function has a kink or a jump, so that a second derivative does not exist. */
  public boolean isKinked() {
    return this == ABS || this == SIGN || this == STEP || this == MAX || this == MIN;
  }

  /** The partial derivative by argument {@code slot}, at the given arguments. */
  Expr derivative(int slot, List<Expr> arguments) {
    if (slope != null) {
      return slope.apply(arguments.get(0));
    }
    Expr a = arguments.get(0);
    Expr b = arguments.get(1);
    if (this == ATAN2) {
      Expr other = slot == 0 ? b : a.negate();
      return other.over(a.pow(2).plus(b.pow(2)));
    }
    boolean risesWithFirst = (this == MAX) == (slot == 0);
    return Call.of(STEP, risesWithFirst ? a.minus(b) : b.minus(a));
  }
}
