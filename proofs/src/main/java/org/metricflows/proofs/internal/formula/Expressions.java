package org.metricflows.proofs.internal.formula;

import java.util.List;
import java.util.function.Function;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Scalar expressions of the symbolic layer as formulas. */
public final class Expressions {
  private Expressions() {}

  /**
   * The formula of an expression.
   *
   * <p>|u| is read as u, and its slope as 1: an identity is one between analytic functions where u
   * is positive.
   *
   * @param names what a symbol is called in formulas
   * @throws FormulaException if a function with a kink occurs
   */
  public static Formula formula(Expr expr, Function<Symbol, String> names) {
    if (expr instanceof Rational number) {
      return new Formula.Number(number);
    } else if (expr instanceof Constant constant) {
      return constant == Constant.PI
          ? new Formula.Reference("\\pi", List.of())
          : new Formula.Apply(Fn.EXP, Formula.of(1));
    } else if (expr instanceof Symbol symbol) {
      return new Formula.Reference(names.apply(symbol), List.of());
    } else if (expr instanceof Sum sum) {
      return new Formula.Sum(formulas(sum.terms(), names));
    } else if (expr instanceof Product product) {
      return new Formula.Product(formulas(product.factors(), names));
    } else if (expr instanceof Power power) {
      return new Formula.Power(formula(power.base(), names), formula(power.exponent(), names));
    }
    return call((Call) expr, names);
  }

  private static List<Formula> formulas(
      List<? extends Expr> parts, Function<Symbol, String> names) {
    return parts.stream().map(part -> formula(part, names)).toList();
  }

  private static Formula call(Call call, Function<Symbol, String> names) {
    Formula u = formula(call.arguments().get(0), names);
    return switch (call.function()) {
      case ABS -> u;
      case TAN ->
          new Formula.Product(
              List.of(
                  new Formula.Apply(Fn.SIN, u),
                  new Formula.Power(new Formula.Apply(Fn.COS, u), Formula.of(-1))));
      case ATAN2 -> angle(u, formula(call.arguments().get(1), names));
      case SIGN -> Formula.of(1);
      case STEP, MAX, MIN ->
          throw new FormulaException(call.function().text() + " has a kink: " + call);
      default -> new Formula.Apply(call.function(), u);
    };
  }

  /** atan2(y, x) for positive x or y, which differs from atan(y/x) by a constant at most. */
  private static Formula angle(Formula y, Formula x) {
    if (y.isZero()) {
      return Formula.of(0);
    }
    if (x.isZero()) {
      return new Formula.Product(
          List.of(new Formula.Number(Rational.of(1, 2)), new Formula.Reference("\\pi", List.of())));
    }
    return new Formula.Apply(
        Fn.ATAN, new Formula.Product(List.of(y, new Formula.Power(x, Formula.of(-1)))));
  }
}
