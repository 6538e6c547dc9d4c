package org.metricflows.bridge.internal.graph;

import java.util.Arrays;
import java.util.List;

/** Who reads whom among the nodes that the roots need; inputs and constants are left out. */
final class NodeLinks {

  private static final int[] NONE = {};

  private final int[][] operands;
  private final int[][] readers;
  private final int[] height;

  NodeLinks(List<Node> nodes, int[] roots) {
    int size = nodes.size();
    operands = new int[size][];
    readers = new int[size][];
    height = new int[size];
    boolean[] needed = needed(nodes, roots);
    int[] count = new int[size];
    for (int position = 0; position < size; position++) {
      operands[position] = needed[position] ? distinctOperands(nodes, position) : NONE;
      for (int operand : operands[position]) {
        count[operand]++;
        height[position] = Math.max(height[position], height[operand] + 1);
      }
    }
    for (int position = 0; position < size; position++) {
      readers[position] = new int[count[position]];
    }
    for (int position = size - 1; position >= 0; position--) {
      for (int operand : operands[position]) {
        readers[operand][--count[operand]] = position;
      }
    }
  }

  private static boolean[] needed(List<Node> nodes, int[] roots) {
    boolean[] needed = new boolean[nodes.size()];
    for (int root : roots) {
      needed[root] = true;
    }
    for (int position = needed.length - 1; position >= 0; position--) {
      Node node = nodes.get(position);
      for (int slot = 0; needed[position] && slot < node.op().arity(); slot++) {
        needed[node.operand(slot)] = true;
      }
    }
    return needed;
  }

  private static int[] distinctOperands(List<Node> nodes, int position) {
    Node node = nodes.get(position);
    int[] found = new int[node.op().arity()];
    int count = 0;
    for (int slot = 0; slot < node.op().arity(); slot++) {
      int operand = node.operand(slot);
      boolean known = false;
      for (int i = 0; i < count; i++) {
        known |= found[i] == operand;
      }
      if (!known && !nodes.get(operand).op().isLeaf()) {
        found[count++] = operand;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The operations that a node reads, each once. */
  int[] operands(int position) {
    return operands[position];
  }

  /** The nodes that read a node. */
  int[] readers(int position) {
    return readers[position];
  }

  /** Number of operations on the longest path below a node. */
  int height(int position) {
    return height[position];
  }
}
