package org.metricflows.bridge.internal.graph;

import org.metricflows.numeric.internal.simd.VectorMath;

/** The value of one operation on numbers, to the bit what compiled programs compute. */
final class Operations {

  private Operations() {}

  static double apply(Op op, double a, double b, double c) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case NEG -> -a;
      case FMA -> Math.fma(a, b, c);
      case SQRT -> Math.sqrt(a);
      case ABS -> Math.abs(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case SIN -> VectorMath.sin(a);
      case COS -> VectorMath.cos(a);
      case SINH -> VectorMath.sinh(a);
      case COSH -> VectorMath.cosh(a);
      case TANH -> VectorMath.tanh(a);
      case ASIN -> VectorMath.asin(a);
      case ACOS -> VectorMath.acos(a);
      case ATAN -> VectorMath.atan(a);
      case EXP -> VectorMath.exp(a);
      case LOG -> VectorMath.log(a);
      case LOG1P -> VectorMath.log1p(a);
      case ERF -> VectorMath.erf(a);
      case SIGN -> Math.signum(a);
      case ATAN2 -> Math.atan2(a, b);
      case POW -> Math.pow(a, b);
      case INPUT, CONSTANT -> throw new IllegalArgumentException(op + " has no operands");
    };
  }
}
