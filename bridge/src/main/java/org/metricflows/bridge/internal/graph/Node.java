package org.metricflows.bridge.internal.graph;

/**
 * One operation of a {@link Graph}.
 *
 * @param op what is computed
 * @param a position of the first operand in the graph; for {@link Op#INPUT} the input's number; −1
 *     if there is none
 * @param b position of the second operand, −1 if there is none
 * @param c position of the third operand, −1 if there is none
 * @param value the number of a {@link Op#CONSTANT}, 0 for other operations
 */
public record Node(Op op, int a, int b, int c, double value) {

  static Node input(int index) {
    return new Node(Op.INPUT, index, -1, -1, 0);
  }

  static Node constant(double value) {
    return new Node(Op.CONSTANT, -1, -1, -1, value);
  }

  /** Operand number {@code slot}, for {@code 0 ≤ slot < op.arity()}. */
  public int operand(int slot) {
    return slot == 0 ? a : slot == 1 ? b : c;
  }
}
