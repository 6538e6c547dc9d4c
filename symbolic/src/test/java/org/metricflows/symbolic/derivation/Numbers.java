package org.metricflows.symbolic.derivation;

import java.util.Map;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/** A plain recursive evaluation for tests. */
public final class Numbers {

  private Numbers() {}

  /** The value of an expression at given values of its symbols. */
  public static double evaluate(Expr e, Map<Symbol, Double> at) {
    double[] v = e.operands().stream().mapToDouble(o -> evaluate(o, at)).toArray();
    if (e instanceof Rational number) {
      return number.toDouble();
    } else if (e instanceof Constant constant) {
      return constant.value();
    } else if (e instanceof Symbol symbol) {
      return at.get(symbol);
    } else if (e instanceof Power) {
      return Math.pow(v[0], v[1]);
    } else if (e instanceof Call call) {
      return call(call, v);
    }
    double result = e instanceof Product ? 1 : 0;
    for (double w : v) {
      result = e instanceof Product ? result * w : result + w;
    }
    return result;
  }

  private static double call(Call call, double[] v) {
    return switch (call.function()) {
      case SIN -> Math.sin(v[0]);
      case COS -> Math.cos(v[0]);
      case TAN -> Math.tan(v[0]);
      case SINH -> Math.sinh(v[0]);
      case COSH -> Math.cosh(v[0]);
      case TANH -> Math.tanh(v[0]);
      case ASIN -> Math.asin(v[0]);
      case ACOS -> Math.acos(v[0]);
      case ATAN -> Math.atan(v[0]);
      case EXP -> Math.exp(v[0]);
      case LOG -> Math.log(v[0]);
      case ERF -> org.hipparchus.special.Erf.erf(v[0]);
      case SOFTPLUS -> Math.log1p(Math.exp(v[0]));
      case ABS -> Math.abs(v[0]);
      case SIGN -> Math.signum(v[0]);
      case STEP -> 0.5 * (1 + Math.signum(v[0]));
      case ATAN2 -> Math.atan2(v[0], v[1]);
      case MAX -> Math.max(v[0], v[1]);
      case MIN -> Math.min(v[0], v[1]);
    };
  }
}
