package org.metricflows.bridge.internal.check;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Erf;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Evaluates expressions over elements that carry their derivatives along, node by node: no symbolic
 * derivative, no graph, no compiler.
 */
final class FieldExpression<T extends Derivative<T>> implements ExprAlgebra<T> {
  private final T zero;
  private final Map<Symbol, T> values;

  /**
   * @param like any element of the field
   * @param values of the symbols
   */
  FieldExpression(T like, Map<Symbol, T> values) {
    this.zero = like.newInstance(0.0);
    this.values = Map.copyOf(values);
  }

  T of(Expr expr) {
    return evaluate(expr, values);
  }

  @Override
  public T number(Rational value) {
    return constant(value.toDouble());
  }

  @Override
  public T constant(Constant value) {
    return constant(value.value());
  }

  private T constant(double value) {
    return zero.newInstance(value);
  }

  @Override
  public T sum(List<T> terms) {
    return terms.stream().reduce(zero, T::add);
  }

  @Override
  public T product(List<T> factors) {
    return factors.stream().reduce(constant(1), T::multiply);
  }

  @Override
  public T power(T base, Rational n) {
    if (n.isInteger()) {
      return base.pow(n.numerator().intValueExact());
    }
    if (n.denominator().intValue() == 2) {
      return base.sqrt().pow(n.numerator().intValueExact());
    }
    return base.pow(n.toDouble());
  }

  @Override
  public T power(T base, T exponent) {
    return base.pow(exponent);
  }

  @Override
  public T call(Fn fn, List<T> arguments) {
    T u = arguments.get(0);
    return switch (fn) {
      case SIN -> u.sin();
      case COS -> u.cos();
      case TAN -> u.tan();
      case SINH -> u.sinh();
      case COSH -> u.cosh();
      case TANH -> u.tanh();
      case ASIN -> u.asin();
      case ACOS -> u.acos();
      case ATAN -> u.atan();
      case EXP -> u.exp();
      case LOG -> u.log();
      case ERF -> erf(u);
      case SOFTPLUS -> softplus(u);
      case ABS -> u.getReal() < 0 ? u.negate() : u;
      case SIGN -> constant(Math.signum(u.getReal()));
      case STEP -> constant((1 + Math.signum(u.getReal())) / 2);
      case ATAN2 -> u.atan2(arguments.get(1));
      case MAX -> u.getReal() >= arguments.get(1).getReal() ? u : arguments.get(1);
      case MIN -> u.getReal() <= arguments.get(1).getReal() ? u : arguments.get(1);
    };
  }

  /** log(1 + eᵘ). */
  static <T extends Derivative<T>> T softplus(T u) {
    return u.exp().log1p();
  }

  /** erf by the fundamental theorem: its derivatives are those of 2 e^{−u²}/√π, one order lower. */
  static <T extends Derivative<T>> T erf(T u) {
    double at = u.getReal();
    double[] derivatives = new double[u.getOrder() + 1];
    derivatives[0] = Erf.erf(at);
    if (u.getOrder() > 0) {
      DerivativeStructure v = new DSFactory(1, u.getOrder() - 1).variable(0, at);
      DerivativeStructure slope = v.multiply(v).negate().exp().multiply(2 / Math.sqrt(Math.PI));
      System.arraycopy(slope.getAllDerivatives(), 0, derivatives, 1, u.getOrder());
    }
    return u.compose(derivatives);
  }
}
