package org.metricflows.bridge.internal.graph;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/** Expressions in 60 decimal digits, straight from the derivation: the oracle of the graphs. */
public final class PreciseAlgebra implements ExprAlgebra<Dfp> {

  private final DfpField field = new DfpField(60);

  /** The exact value of a double. */
  public Dfp of(double value) {
    return field.newDfp(value);
  }

  @Override
  public Dfp number(Rational value) {
    return field
        .newDfp(value.numerator().toString())
        .divide(field.newDfp(value.denominator().toString()));
  }

  @Override
  public Dfp constant(Constant value) {
    return value == Constant.PI ? field.getPi() : field.getE();
  }

  @Override
  public Dfp sum(List<Dfp> terms) {
    return terms.stream().reduce(field.getZero(), Dfp::add);
  }

  @Override
  public Dfp product(List<Dfp> factors) {
    return factors.stream().reduce(field.getOne(), Dfp::multiply);
  }

  @Override
  public Dfp power(Dfp base, Rational exponent) {
    if (exponent.isInteger()) {
      return base.pow(exponent.numerator().intValueExact());
    }
    return power(base, number(exponent));
  }

  @Override
  public Dfp power(Dfp base, Dfp exponent) {
    return base.log().multiply(exponent).exp();
  }

  @Override
  public Dfp call(Fn fn, List<Dfp> arguments) {
    Dfp u = arguments.get(0);
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
      case SOFTPLUS -> u.exp().add(1).log();
      case ABS -> u.abs();
      case SIGN -> u.sign();
      case STEP -> u.sign().add(1).divide(2);
      case ATAN2 -> u.atan2(arguments.get(1));
      case MAX -> u.greaterThan(arguments.get(1)) ? u : arguments.get(1);
      case MIN -> u.lessThan(arguments.get(1)) ? u : arguments.get(1);
    };
  }

  /** (2/√π) Σ (−1)ⁿ u²ⁿ⁺¹ / (n! (2n + 1)), summed until the terms vanish; for |u| ≲ 4. */
  private Dfp erf(Dfp u) {
    Dfp power = u;
    Dfp sum = u;
    Dfp square = u.multiply(u).negate();
    for (int n = 1; n < 250; n++) {
      power = power.multiply(square).divide(n);
      sum = sum.add(power.divide(2 * n + 1));
    }
    return sum.multiply(2).divide(field.getPi().sqrt());
  }
}
