package org.metricflows.symbolic.expression;

import java.util.ArrayList;
import java.util.List;

/** An elementary function of one or two arguments. */
public record Call(Fn function, List<Expr> arguments) implements Expr {

  public Call {
    arguments = List.copyOf(arguments);
    if (arguments.size() != function.arity()) {
      throw new IllegalArgumentException(
          function.text()
              + ": "
              + arguments.size()
              + " arguments given, "
              + function.arity()
              + " expected");
    }
  }

  /** The canonical call: values at zero and the odd and even symmetries are applied. */
  public static Expr of(Fn function, Expr... arguments) {
    return of(function, List.of(arguments));
  }

  /** The canonical call: values at zero and the odd and even symmetries are applied. */
  public static Expr of(Fn function, List<Expr> arguments) {
    if (function.arity() != 1 || arguments.size() != 1) {
      return new Call(function, arguments);
    }
    Expr u = arguments.get(0);
    if (u.isZero()) {
      return atZero(function, u);
    }
    if (function == Fn.LOG && u.isOne()) {
      return Rational.ZERO;
    }
    if (function == Fn.LOG && u instanceof Call call && call.function == Fn.EXP) {
      return call.arguments.get(0);
    }
    if (function == Fn.EXP && u instanceof Call call && call.function == Fn.LOG) {
      return call.arguments.get(0);
    }
    if (isNegative(u)) {
      switch (function) {
        case SIN, TAN, SINH, TANH, ASIN, ATAN, ERF, SIGN -> {
          return new Call(function, List.of(u.negate())).negate();
        }
        case COS, COSH, ABS -> {
          return new Call(function, List.of(u.negate()));
        }
        default -> {}
      }
    }
    return new Call(function, arguments);
  }

  private static Expr atZero(Fn function, Expr zero) {
    return switch (function) {
      case SIN, TAN, SINH, TANH, ASIN, ATAN, ERF, SIGN, ABS -> Rational.ZERO;
      case COS, COSH, EXP -> Rational.ONE;
      case STEP -> Rational.HALF;
      case ACOS -> Constant.PI.over(2);
      case LOG -> throw new ArithmeticException("log of zero");
      case SOFTPLUS -> Expr.log(Rational.of(2));
      default -> new Call(function, List.of(zero));
    };
  }

  private static boolean isNegative(Expr u) {
    if (u instanceof Rational number) {
      return number.signum() < 0;
    }
    return u instanceof Product product && product.coefficient().signum() < 0;
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.call(this);
  }

  @Override
  public List<Expr> operands() {
    return arguments;
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return of(function, operands);
  }

  @Override
  public Expr differentiate(Symbol x) {
    List<Expr> terms = new ArrayList<>();
    for (int slot = 0; slot < arguments.size(); slot++) {
      Expr inner = arguments.get(slot).differentiate(x);
      if (!inner.isZero()) {
        terms.add(function.derivative(slot, arguments).times(inner));
      }
    }
    return Sum.of(terms);
  }

  @Override
  public boolean isSmooth() {
    return !function.isKinked() && Expr.super.isSmooth();
  }

  @Override
  public String toString() {
    return Dialect.TEXT.print(this);
  }
}
