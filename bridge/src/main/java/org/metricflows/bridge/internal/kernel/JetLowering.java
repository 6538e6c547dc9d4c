package org.metricflows.bridge.internal.kernel;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.numeric.internal.kernel.jet.Elementary;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.RealPower;
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

/** Writes a formula in the operations of truncated Taylor arithmetic. */
final class JetLowering implements ExprVisitor<Jet> {

  private final JetAlgebra algebra;
  private final Map<Expr, Jet> lowered = new HashMap<>();

  JetLowering(JetAlgebra algebra, Map<Symbol, Jet> values) {
    this.algebra = algebra;
    lowered.putAll(values);
  }

  /** The formula as a jet; equal sub-expressions are lowered once. */
  Jet lower(Expr expr) {
    Jet known = lowered.get(expr);
    if (known == null) {
      known = expr.accept(this);
      lowered.put(expr, known);
    }
    return known;
  }

  @Override
  public Jet number(Rational number) {
    return algebra.constant(number.toDouble());
  }

  @Override
  public Jet constant(Constant constant) {
    return algebra.constant(constant.value());
  }

  @Override
  public Jet symbol(Symbol symbol) {
    throw new IllegalArgumentException("formula: " + symbol + " has no value");
  }

  @Override
  public Jet sum(Sum sum) {
    return sum.terms().stream().map(this::lower).reduce(algebra::add).orElseThrow();
  }

  @Override
  public Jet product(Product product) {
    return product.factors().stream().map(this::lower).reduce(algebra::multiply).orElseThrow();
  }

  @Override
  public Jet power(Power power) {
    if (!(power.exponent() instanceof Rational exponent)) {
      Jet log = algebra.apply(Elementary.LOG, lower(power.base()));
      Jet product = algebra.multiply(lower(power.exponent()), log);
      return algebra.apply(Elementary.EXP, product);
    }
    if (exponent.isInteger() && exponent.signum() > 0) {
      return algebra.power(lower(power.base()), exponent.numerator().intValueExact());
    }
    return algebra.apply(new RealPower(exponent.toDouble()), lower(power.base()));
  }

  @Override
  public Jet call(Call call) {
    Jet first = lower(call.arguments().get(0));
    if (call.function() == Fn.ATAN2) {
      return algebra.atan2(first, lower(call.arguments().get(1)));
    }
    return algebra.apply(elementary(call.function()), first);
  }

  private static Elementary elementary(Fn function) {
    return switch (function) {
      case SIN -> Elementary.SIN;
      case COS -> Elementary.COS;
      case TAN -> Elementary.TAN;
      case SINH -> Elementary.SINH;
      case COSH -> Elementary.COSH;
      case TANH -> Elementary.TANH;
      case ASIN -> Elementary.ASIN;
      case ACOS -> Elementary.ACOS;
      case ATAN -> Elementary.ATAN;
      case EXP -> Elementary.EXP;
      case LOG -> Elementary.LOG;
      case ERF -> Elementary.ERF;
      case SOFTPLUS -> Elementary.SOFTPLUS;
      case ABS, SIGN, STEP, MAX, MIN, ATAN2 ->
          throw new IllegalArgumentException(
              "formula: " + function.text() + " is not smooth and has no Taylor series");
    };
  }
}
