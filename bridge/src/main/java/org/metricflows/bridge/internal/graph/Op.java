package org.metricflows.bridge.internal.graph;

/**
 * What a {@link Node} computes from its operands a, b, c.
 *
 * <p>Arithmetic operations are correctly rounded, so that scalar and vector code agree to the bit;
 * functions are evaluated a column at a time by the numeric module, whose scalar and vector forms
 * agree as well.
 */
public enum Op {
  /** Input number {@code a}. */
  INPUT(Kind.LEAF, 0),
  /** The number {@link Node#value}. */
  CONSTANT(Kind.LEAF, 0),

  /** a + b. */
  ADD(Kind.ARITHMETIC, 2),
  /** a − b. */
  SUB(Kind.ARITHMETIC, 2),
  /** a · b. */
  MUL(Kind.ARITHMETIC, 2),
  /** a / b. */
  DIV(Kind.ARITHMETIC, 2),
  /** −a. */
  NEG(Kind.ARITHMETIC, 1),
  /** a · b + c, rounded once. */
  FMA(Kind.ARITHMETIC, 3),
  /** √a. */
  SQRT(Kind.ARITHMETIC, 1),
  /** |a|. */
  ABS(Kind.ARITHMETIC, 1),
  /** The larger of a and b. */
  MAX(Kind.ARITHMETIC, 2),
  /** The smaller of a and b. */
  MIN(Kind.ARITHMETIC, 2),

  SIN(Kind.FUNCTION, 1),
  COS(Kind.FUNCTION, 1),
  SINH(Kind.FUNCTION, 1),
  COSH(Kind.FUNCTION, 1),
  TANH(Kind.FUNCTION, 1),
  ASIN(Kind.FUNCTION, 1),
  ACOS(Kind.FUNCTION, 1),
  ATAN(Kind.FUNCTION, 1),
  EXP(Kind.FUNCTION, 1),
  LOG(Kind.FUNCTION, 1),
  /** log(1 + a). */
  LOG1P(Kind.FUNCTION, 1),
  ERF(Kind.FUNCTION, 1),
  /** −1, 0 or 1. */
  SIGN(Kind.FUNCTION, 1),
  /** The angle of the point (b, a). */
  ATAN2(Kind.FUNCTION, 2),
  /** a to the power b. */
  POW(Kind.FUNCTION, 2);

  private enum Kind {
    LEAF,
    ARITHMETIC,
    FUNCTION
  }

  private final Kind kind;
  private final int arity;

  Op(Kind kind, int arity) {
    this.kind = kind;
    this.arity = arity;
  }

  /** Number of operands that are nodes: 0 to 3. */
  public int arity() {
    return arity;
  }

  /** Whether the node is an input or a constant. */
  public boolean isLeaf() {
    return kind == Kind.LEAF;
  }

  /** Whether the operation is one or a few machine instructions, correctly rounded. */
  public boolean isArithmetic() {
    return kind == Kind.ARITHMETIC;
  }

  /** Whether the operation is a transcendental function, evaluated a column at a time. */
  public boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  /** Whether a and b may change places. */
  public boolean isCommutative() {
    return this == ADD || this == MUL || this == FMA || this == MAX || this == MIN;
  }
}
