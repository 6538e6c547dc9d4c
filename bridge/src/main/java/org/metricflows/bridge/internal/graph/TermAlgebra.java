package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.bridge.internal.graph.Term.Factor;
import org.metricflows.bridge.internal.graph.Term.NumberTerm;
import org.metricflows.bridge.internal.graph.Term.OperationTerm;
import org.metricflows.bridge.internal.graph.Term.ProductTerm;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Reads expressions into a {@link TermTable}: exact, hash-consed, coefficients pulled outwards.
 * Only numbers that are not rational (π, √2, sin 1) are rounded here.
 */
final class TermAlgebra implements ExprAlgebra<Scaled> {

  private final TermTable table;
  private final SumRules sums;

  TermAlgebra(TermTable table) {
    this.table = table;
    this.sums = new SumRules(table);
  }

  @Override
  public Scaled number(Rational value) {
    return new Scaled(value, TermTable.UNIT);
  }

  @Override
  public Scaled constant(Constant value) {
    return number(value.value());
  }

  @Override
  public Scaled sum(List<Scaled> terms) {
    return sums.sum(terms);
  }

  @Override
  public Scaled product(List<Scaled> factors) {
    Rational coefficient = Numbers.ONE;
    Map<Integer, Rational> exponents = new TreeMap<>();
    for (Scaled factor : factors) {
      coefficient = coefficient.multiply(factor.coefficient());
      if (table.get(factor.term()) instanceof ProductTerm product && product.isPower()) {
        Factor power = product.factors().get(0);
        exponents.merge(power.term(), power.exponent(), Rational::add);
      } else if (factor.term() != TermTable.UNIT) {
        exponents.merge(factor.term(), Numbers.ONE, Rational::add);
      }
    }
    return coefficient.signum() == 0 ? number(coefficient) : assemble(coefficient, exponents);
  }

  private Scaled assemble(Rational coefficient, Map<Integer, Rational> exponents) {
    double number = 1;
    List<Factor> factors = new ArrayList<>();
    for (Map.Entry<Integer, Rational> entry : exponents.entrySet()) {
      Factor factor = new Factor(entry.getKey(), entry.getValue());
      if (table.get(factor.term()) instanceof NumberTerm term) {
        number *= Math.pow(term.value(), factor.exponent().toDouble());
      } else if (factor.exponent().signum() != 0) {
        factors.add(factor);
      }
    }
    if (factors.isEmpty()) {
      return number == 1 ? number(coefficient) : number(number).times(coefficient);
    }
    if (number != 1) {
      factors.add(0, new Factor(number(number).term(), Numbers.ONE));
    }
    if (factors.size() == 1 && factors.get(0).exponent().isOne()) {
      return new Scaled(coefficient, factors.get(0).term());
    }
    return new Scaled(coefficient, table.intern(new ProductTerm(List.copyOf(factors))));
  }

  @Override
  public Scaled power(Scaled base, Rational exponent) {
    if (exponent.signum() == 0) {
      return number(Numbers.ONE);
    }
    Rational outside = exactPower(base.coefficient(), exponent);
    if (base.term() == TermTable.UNIT) {
      return outside == null
          ? number(Math.pow(table.number(base), exponent.toDouble()))
          : number(outside);
    }
    if (outside != null) {
      return product(List.of(powerOf(base.term(), exponent))).times(outside);
    }
    return powerOf(sums.asTerm(base), exponent);
  }

  private Scaled powerOf(int term, Rational exponent) {
    if (table.get(term) instanceof NumberTerm number) {
      return number(Math.pow(number.value(), exponent.toDouble()));
    }
    if (table.get(term) instanceof ProductTerm product && product.isPower()) {
      Factor inner = product.factors().get(0);
      if (exponent.isInteger()) {
        Rational exponents = inner.exponent().multiply(exponent);
        return assemble(Numbers.ONE, Map.of(inner.term(), exponents));
      }
    }
    return assemble(Numbers.ONE, Map.of(term, exponent));
  }

  /** coefficient^exponent if it is rational and small, else null. */
  private static Rational exactPower(Rational coefficient, Rational exponent) {
    boolean small = exponent.numerator().bitLength() < 10;
    if (coefficient.isOne()) {
      return coefficient;
    }
    if (small && exponent.isInteger()) {
      return coefficient.power(exponent.numerator().intValueExact());
    }
    if (small
        && exponent.denominator().bitLength() == 2
        && exponent.denominator().getLowestSetBit() == 1) {
      return Numbers.squareRoot(coefficient)
          .map(root -> root.power(exponent.numerator().intValueExact()))
          .orElse(null);
    }
    return null;
  }

  @Override
  public Scaled power(Scaled base, Scaled exponent) {
    if (exponent.term() == TermTable.UNIT) {
      return power(base, exponent.coefficient());
    }
    return operation(Op.POW, base, exponent);
  }

  @Override
  public Scaled call(Fn fn, List<Scaled> arguments) {
    Scaled u = arguments.get(0);
    return switch (fn) {
      case SIN -> odd(Op.SIN, u);
      case COS -> even(Op.COS, u);
      case TAN -> product(List.of(odd(Op.SIN, u), power(even(Op.COS, u), Numbers.MINUS_ONE)));
      case SINH -> odd(Op.SINH, u);
      case COSH -> even(Op.COSH, u);
      case TANH -> odd(Op.TANH, u);
      case ASIN -> odd(Op.ASIN, u);
      case ACOS -> operation(Op.ACOS, u);
      case ATAN -> odd(Op.ATAN, u);
      case EXP -> operation(Op.EXP, u);
      case LOG -> operation(Op.LOG, u);
      case ERF -> odd(Op.ERF, u);
      case SOFTPLUS -> softplus(u);
      case ABS -> absolute(u);
      case SIGN -> odd(Op.SIGN, u);
      case STEP -> sum(List.of(number(Numbers.HALF), odd(Op.SIGN, u).times(Numbers.HALF)));
      case ATAN2 -> operation(Op.ATAN2, u, arguments.get(1));
      case MAX -> operation(Op.MAX, u, arguments.get(1));
      case MIN -> operation(Op.MIN, u, arguments.get(1));
    };
  }

  /** log(1 + eᵘ) = max(u, 0) + log(1 + e^−|u|), which does not overflow. */
  private Scaled softplus(Scaled u) {
    Scaled tail = operation(Op.EXP, absolute(u).times(Numbers.MINUS_ONE));
    Scaled positive = operation(Op.MAX, u, number(Numbers.ZERO));
    return sum(List.of(positive, operation(Op.LOG1P, tail)));
  }

  private Scaled absolute(Scaled u) {
    Rational magnitude = Numbers.magnitude(u.coefficient());
    return operation(Op.ABS, new Scaled(Numbers.ONE, u.term())).times(magnitude);
  }

  private Scaled odd(Op op, Scaled u) {
    return u.coefficient().signum() < 0
        ? operation(op, u.times(Numbers.MINUS_ONE)).times(Numbers.MINUS_ONE)
        : operation(op, u);
  }

  private Scaled even(Op op, Scaled u) {
    return operation(op, new Scaled(Numbers.magnitude(u.coefficient()), u.term()));
  }

  private Scaled operation(Op op, Scaled... operands) {
    List<Scaled> list = List.of(operands);
    if (list.stream().allMatch(table::isNumber)) {
      double second = operands.length > 1 ? table.number(operands[1]) : 0;
      return number(Operations.apply(op, table.number(operands[0]), second, 0));
    }
    return new Scaled(Numbers.ONE, table.intern(new OperationTerm(op, list)));
  }

  /** An inexact number; those that happen to be small integers become exact again. */
  private Scaled number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1024) {
      return number(Rational.of((long) value));
    }
    return new Scaled(Numbers.ONE, table.intern(new NumberTerm(value)));
  }
}
