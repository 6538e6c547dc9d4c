package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, each stored once; operations on constants are carried out. */
final class NodePool {

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> positions = new HashMap<>();

  Node get(int position) {
    return nodes.get(position);
  }

  List<Node> nodes() {
    return nodes;
  }

  int input(int index) {
    return intern(Node.input(index));
  }

  int constant(double value) {
    return intern(Node.constant(value));
  }

  boolean isConstant(int position, double value) {
    Node node = nodes.get(position);
    return node.op() == Op.CONSTANT && node.value() == value;
  }

  int unary(Op op, int a) {
    Node operand = nodes.get(a);
    if (op == Op.NEG && operand.op() == Op.SUB) {
      return binary(Op.SUB, operand.b(), operand.a());
    }
    return operation(op, a, -1, -1);
  }

  /** The operation on a and b; commutative ones take their operands in a fixed order. */
  int binary(Op op, int a, int b) {
    if (op == Op.MUL && isConstant(a, 1)) {
      return b;
    }
    if ((op == Op.MUL || op == Op.DIV) && isConstant(b, 1)) {
      return a;
    }
    boolean swap = op.isCommutative() && isAfter(a, b);
    return swap ? operation(op, b, a, -1) : operation(op, a, b, -1);
  }

  /** a · b + c. */
  int fma(int a, int b, int c) {
    if (isConstant(a, 1)) {
      return binary(Op.ADD, b, c);
    }
    if (isConstant(b, 1)) {
      return binary(Op.ADD, a, c);
    }
    return isAfter(a, b) ? operation(Op.FMA, b, a, c) : operation(Op.FMA, a, b, c);
  }

  private int operation(Op op, int a, int b, int c) {
    boolean foldable =
        isNumber(a) && (op.arity() < 2 || isNumber(b)) && (op.arity() < 3 || isNumber(c));
    if (foldable) {
      return constant(Operations.apply(op, value(a), value(b), value(c)));
    }
    return intern(new Node(op, a, b, c, 0));
  }

  /** Whether b comes before a in commutative operations: numbers first. */
  private boolean isAfter(int a, int b) {
    return isNumber(a) == isNumber(b) ? a > b : isNumber(b);
  }

  private boolean isNumber(int position) {
    return nodes.get(position).op() == Op.CONSTANT;
  }

  private double value(int position) {
    return position < 0 ? 0 : nodes.get(position).value();
  }

  private int intern(Node node) {
    Integer known = positions.putIfAbsent(node, nodes.size());
    if (known != null) {
      return known;
    }
    nodes.add(node);
    return nodes.size() - 1;
  }
}
