package org.metricflows.bridge.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Orders nodes so that few values wait: each is placed just before it is needed, its tallest
 * operand first, and a node that is the last to read one of its operands is placed at once.
 */
final class Ordering {

  private final List<Node> nodes;
  private final NodeLinks links;

  /** For each node the number of its operands that are not placed yet. */
  private final int[] missing;

  /** For each node the number of its readers that are not placed yet. */
  private final int[] unread;

  private final int[] placeOf;
  private final List<Node> placed = new ArrayList<>();

  Ordering(List<Node> nodes, int[] roots) {
    this.nodes = nodes;
    this.links = new NodeLinks(nodes, roots);
    this.missing = new int[nodes.size()];
    this.unread = new int[nodes.size()];
    this.placeOf = new int[nodes.size()];
    Arrays.fill(placeOf, -1);
    for (int position = 0; position < missing.length; position++) {
      missing[position] = links.operands(position).length;
      unread[position] = links.readers(position).length;
    }
    for (int root : roots) {
      unread[root]++;
    }
  }

  /** The nodes that the roots need, in order. */
  Graph graph(int inputs, int[] roots) {
    List<Integer> outputs = new ArrayList<>();
    for (int root : roots) {
      demand(root);
      outputs.add(placeOf[root]);
    }
    return new Graph(inputs, placed, outputs);
  }

  private void demand(int root) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      int position = open.peek();
      int operand = placeOf[position] < 0 ? tallestMissing(position) : -1;
      if (operand >= 0) {
        open.push(operand);
      } else {
        open.pop();
        placeWithFollowers(position);
      }
    }
  }

  private int tallestMissing(int position) {
    int tallest = -1;
    for (int operand : links.operands(position)) {
      boolean taller = tallest < 0 || links.height(operand) > links.height(tallest);
      if (placeOf[operand] < 0 && taller) {
        tallest = operand;
      }
    }
    return tallest;
  }

  private void placeWithFollowers(int first) {
    Deque<Integer> ready = new ArrayDeque<>();
    ready.push(first);
    while (!ready.isEmpty()) {
      int position = ready.pop();
      if (placeOf[position] < 0 && (position == first || isLastReader(position))) {
        place(position);
        follow(links.readers(position), ready);
        for (int operand : links.operands(position)) {
          if (unread[operand] == 1) {
            follow(links.readers(operand), ready);
          }
        }
      }
    }
  }

  private void follow(int[] readers, Deque<Integer> ready) {
    for (int reader : readers) {
      if (placeOf[reader] < 0 && missing[reader] == 0 && isLastReader(reader)) {
        ready.push(reader);
      }
    }
  }

  private boolean isLastReader(int position) {
    for (int operand : links.operands(position)) {
      if (unread[operand] == 1) {
        return true;
      }
    }
    return false;
  }

  private void place(int position) {
    Node node = nodes.get(position);
    for (int slot = 0; slot < node.op().arity(); slot++) {
      int operand = node.operand(slot);
      if (nodes.get(operand).op().isLeaf() && placeOf[operand] < 0) {
        placeOf[operand] = placed.size();
        placed.add(nodes.get(operand));
      }
    }
    placeOf[position] = placed.size();
    placed.add(relocated(node));
    for (int operand : links.operands(position)) {
      unread[operand]--;
    }
    for (int reader : links.readers(position)) {
      missing[reader]--;
    }
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
