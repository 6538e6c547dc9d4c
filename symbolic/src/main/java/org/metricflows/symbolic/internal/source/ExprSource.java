package org.metricflows.symbolic.internal.source;

import java.util.List;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Expressions as double-precision source of C, Java or Python: every operation in brackets.
 *
 * @param library what stands before the names of elementary functions: {@code np.}, {@code Math.}
 * @param python whether functions are called as NumPy calls them
 */
record ExprSource(String library, boolean python) implements ExprAlgebra<String> {

  @Override
  public String number(Rational value) {
    String above = value.numerator() + ".0";
    String number = value.isInteger() ? above : above + "/" + value.denominator() + ".0";
    return value.signum() < 0 || !value.isInteger() ? "(" + number + ")" : number;
  }

  @Override
  public String constant(Constant value) {
    return value == Constant.PI ? String.valueOf(Math.PI) : String.valueOf(Math.E);
  }

  @Override
  public String sum(List<String> terms) {
    return "(" + String.join(" + ", terms) + ")";
  }

  @Override
  public String product(List<String> factors) {
    return "(" + String.join("*", factors) + ")";
  }

  @Override
  public String power(String base, Rational exponent) {
    if (exponent.signum() < 0) {
      return "(1.0/" + power(base, (Rational) exponent.negate()) + ")";
    }
    if (exponent.isOne()) {
      return base;
    }
    if (exponent.equals(Rational.HALF)) {
      return library + "sqrt(" + base + ")";
    }
    boolean name = base.matches("[A-Za-z0-9_\\[\\]]+");
    if (exponent.equals(Rational.of(2)) && name) {
      return "(" + base + "*" + base + ")";
    }
    return power(base, number(exponent));
  }

  @Override
  public String power(String base, String exponent) {
    return library + (python ? "power(" : "pow(") + base + ", " + exponent + ")";
  }

  @Override
  public String call(Fn fn, List<String> arguments) {
    return name(fn) + "(" + String.join(", ", arguments) + ")";
  }

  private String name(Fn fn) {
    return switch (fn) {
      case ERF -> "erf_";
      case SOFTPLUS -> "softplus_";
      case SIGN -> "sign_";
      case STEP -> "step_";
      case ASIN -> library + (python ? "arcsin" : "asin");
      case ACOS -> library + (python ? "arccos" : "acos");
      case ATAN -> library + (python ? "arctan" : "atan");
      case ATAN2 -> library + (python ? "arctan2" : "atan2");
      case ABS -> library + (python || !library.isEmpty() ? "abs" : "fabs");
      case MAX -> library + (python ? "maximum" : library.isEmpty() ? "fmax" : "max");
      case MIN -> library + (python ? "minimum" : library.isEmpty() ? "fmin" : "min");
      default -> library + fn.text();
    };
  }
}
