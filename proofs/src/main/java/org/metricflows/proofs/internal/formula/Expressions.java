package org.metricflows.proofs.internal.formula;

import java.util.List;
import java.util.function.Function;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
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
    return expr.accept(new Reading(names));
  }

  /** The formula of each kind of expression. */
  private record Reading(Function<Symbol, String> names) implements ExprVisitor<Formula> {

    @Override
    public Formula number(Rational number) {
      return new Formula.Number(number);
    }

    @Override
    public Formula constant(Constant constant) {
      return constant == Constant.PI
          ? new Formula.Reference("\\pi", List.of())
          : new Formula.Apply(Fn.EXP, Formula.of(1));
    }

    @Override
    public Formula symbol(Symbol symbol) {
      return new Formula.Reference(names.apply(symbol), List.of());
    }

    @Override
    public Formula sum(Sum sum) {
      return new Formula.Sum(formulas(sum.terms()));
    }

    @Override
    public Formula product(Product product) {
      return new Formula.Product(formulas(product.factors()));
    }

    @Override
    public Formula power(Power power) {
      return new Formula.Power(power.base().accept(this), power.exponent().accept(this));
    }

    @Override
    public Formula call(Call call) {
      Formula u = call.arguments().get(0).accept(this);
      return switch (call.function()) {
        case ABS -> u;
        case TAN ->
            new Formula.Product(
                List.of(
                    new Formula.Apply(Fn.SIN, u),
                    new Formula.Power(new Formula.Apply(Fn.COS, u), Formula.of(-1))));
        case ATAN2 -> angle(u, call.arguments().get(1).accept(this));
        case SIGN -> Formula.of(1);
        case STEP, MAX, MIN ->
            throw new FormulaException(call.function().text() + " has a kink: " + call);
        default -> new Formula.Apply(call.function(), u);
      };
    }

    private List<Formula> formulas(List<Expr> parts) {
      return parts.stream().map(part -> part.accept(this)).toList();
    }
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
