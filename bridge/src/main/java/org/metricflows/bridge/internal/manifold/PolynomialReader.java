package org.metricflows.bridge.internal.manifold;

import java.util.List;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.numeric.internal.submanifold.RealPolynomial;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Multiplies a formula out to a polynomial. */
record PolynomialReader(String field, List<Symbol> variables)
    implements ExprVisitor<RealPolynomial> {
  private static final int MOST_DEGREE = 12;

  /**
   * The polynomial that a formula is.
   *
   * @param field for messages
   * @throws InputException if it is none, constant, or of too high a degree
   */
  static RealPolynomial read(String field, Expr formula, List<Symbol> variables) {
    RealPolynomial polynomial = formula.accept(new PolynomialReader(field, variables));
    if (polynomial.degree() == 0) {
      throw InputException.of(field, "is constant, '" + formula + "': a polynomial is needed");
    }
    return polynomial;
  }

  @Override
  public RealPolynomial number(Rational number) {
    return RealPolynomial.constant(variables.size(), number.toDouble());
  }

  @Override
  public RealPolynomial constant(Constant constant) {
    return RealPolynomial.constant(variables.size(), constant.value());
  }

  @Override
  public RealPolynomial symbol(Symbol symbol) {
    return RealPolynomial.variable(variables.size(), variables.indexOf(symbol));
  }

  @Override
  public RealPolynomial sum(Sum sum) {
    return sum.terms().stream()
        .map(term -> term.accept(this))
        .reduce(RealPolynomial.constant(variables.size(), 0), RealPolynomial::plus);
  }

  @Override
  public RealPolynomial product(Product product) {
    return product.factors().stream()
        .map(factor -> factor.accept(this))
        .reduce(RealPolynomial.constant(variables.size(), 1), this::times);
  }

  private RealPolynomial times(RealPolynomial one, RealPolynomial other) {
    if (one.degree() + other.degree() > MOST_DEGREE) {
      throw InputException.of(
          field, "has a degree above " + MOST_DEGREE + ", the most that is taken");
    }
    return one.times(other);
  }

  @Override
  public RealPolynomial power(Power power) {
    boolean whole =
        power.exponent() instanceof Rational k
            && k.isInteger()
            && k.signum() > 0
            && k.toDouble() <= MOST_DEGREE;
    if (power.symbols().isEmpty() || !whole) {
      return withoutSymbols(power);
    }
    RealPolynomial base = power.base().accept(this);
    RealPolynomial result = base;
    for (int k = (int) ((Rational) power.exponent()).toDouble(); k > 1; k--) {
      result = times(result, base);
    }
    return result;
  }

  @Override
  public RealPolynomial call(Call call) {
    return withoutSymbols(call);
  }

  private RealPolynomial withoutSymbols(Expr formula) {
    if (formula.symbols().isEmpty()) {
      return RealPolynomial.constant(variables.size(), Constants.valueOf(formula));
    }
    throw InputException.of(
        field,
        "must be a polynomial in "
            + variables
            + " of degree up to "
            + MOST_DEGREE
            + ", but has '"
            + formula
            + "'");
  }
}
