package org.metricflows.bridge.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Orders nodes by demand: each is placed just before the first node that uses it. */
final class Ordering {

  private final List<Node> nodes;
  private final int[] placeOf;
  private final List<Node> placed = new ArrayList<>();

  Ordering(List<Node> nodes) {
    this.nodes = nodes;
    this.placeOf = new int[nodes.size()];
    Arrays.fill(placeOf, -1);
  }

  Graph graph(int inputs, int[] roots) {
    List<Integer> outputs = new ArrayList<>();
    for (int root : roots) {
      place(root);
      outputs.add(placeOf[root]);
    }
    return new Graph(inputs, placed, outputs);
  }

  private void place(int root) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      int position = open.peek();
      int missing = firstMissingOperand(nodes.get(position));
      if (placeOf[position] >= 0) {
        open.pop();
      } else if (missing >= 0) {
        open.push(missing);
      } else {
        open.pop();
        placeOf[position] = placed.size();
        placed.add(relocated(nodes.get(position)));
      }
    }
  }

  private int firstMissingOperand(Node node) {
    for (int slot = 0; slot < node.op().arity(); slot++) {
      if (placeOf[node.operand(slot)] < 0) {
        return node.operand(slot);
      }
    }
    return -1;
  }

  private Node relocated(Node node) {
    if (node.op().isLeaf()) {
      return node;
    }
    return new Node(node.op(), place(node, 0), place(node, 1), place(node, 2), 0);
  }

  private int place(Node node, int slot) {
    return slot < node.op().arity() ? placeOf[node.operand(slot)] : -1;
  }
}
