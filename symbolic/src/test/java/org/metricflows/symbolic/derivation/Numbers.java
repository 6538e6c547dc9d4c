package org.metricflows.symbolic.derivation;

import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** A plain recursive evaluation for tests. */
public final class Numbers {

  private Numbers() {}

  /** The value of an expression at given values of its symbols. */
  public static double evaluate(Expr e, Map<Symbol, Double> at) {
    return new Doubles().evaluate(e, at);
  }

  private static final class Doubles implements ExprAlgebra<Double> {

    @Override
    public Double number(Rational value) {
      return value.toDouble();
    }

    @Override
    public Double constant(Constant value) {
      return value.value();
    }

    @Override
    public Double sum(List<Double> terms) {
      return terms.stream().reduce(0.0, Double::sum);
    }

    @Override
    public Double product(List<Double> factors) {
      return factors.stream().reduce(1.0, (a, b) -> a * b);
    }

    @Override
    public Double power(Double base, Rational exponent) {
      return Math.pow(base, exponent.toDouble());
    }

    @Override
    public Double power(Double base, Double exponent) {
      return Math.pow(base, exponent);
    }

    @Override
    public Double call(Fn fn, List<Double> v) {
      return switch (fn) {
        case SIN -> Math.sin(v.get(0));
        case COS -> Math.cos(v.get(0));
        case TAN -> Math.tan(v.get(0));
        case SINH -> Math.sinh(v.get(0));
        case COSH -> Math.cosh(v.get(0));
        case TANH -> Math.tanh(v.get(0));
        case ASIN -> Math.asin(v.get(0));
        case ACOS -> Math.acos(v.get(0));
        case ATAN -> Math.atan(v.get(0));
        case EXP -> Math.exp(v.get(0));
        case LOG -> Math.log(v.get(0));
        case ERF -> org.hipparchus.special.Erf.erf(v.get(0));
        case SOFTPLUS -> Math.log1p(Math.exp(v.get(0)));
        case ABS -> Math.abs(v.get(0));
        case SIGN -> Math.signum(v.get(0));
        case STEP -> 0.5 * (1 + Math.signum(v.get(0)));
        case ATAN2 -> Math.atan2(v.get(0), v.get(1));
        case MAX -> Math.max(v.get(0), v.get(1));
        case MIN -> Math.min(v.get(0), v.get(1));
      };
    }
  }
}
