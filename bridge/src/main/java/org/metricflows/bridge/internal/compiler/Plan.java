package org.metricflows.bridge.internal.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.Node;

/**
 * The steps of a program and where values wait between them: scratch column {@code column(node)} of
 * {@link #blockSize} numbers, used again when nothing waits in it any more.
 */
final class Plan {

  private static final int SMALLEST_BLOCK = 32;
  private static final int LARGEST_BLOCK = 512;

  /** Numbers that the scratch columns should not exceed: 16 KB, half of a small L1 cache. */
  private static final int LARGEST_SCRATCH = 2048;

  private final Graph graph;
  private final List<Step> steps;
  private final int[] column;
  private final int[] lastStep;
  private final int columns;

  private Plan(Graph graph, List<Step> steps) {
    this.graph = graph;
    this.steps = steps;
    this.column = new int[graph.nodes().size()];
    this.lastStep = lastSteps();
    this.columns = assignColumns();
  }

  static Plan of(Graph graph) {
    return new Plan(graph, Schedule.of(graph));
  }

  Graph graph() {
    return graph;
  }

  List<Step> steps() {
    return steps;
  }

  Node node(int position) {
    return graph.nodes().get(position);
  }

  /** The scratch column of a node, −1 if its value does not outlive its step. */
  int column(int position) {
    return column[position];
  }

  int columns() {
    return columns;
  }

  int blockSize() {
    int block = LARGEST_BLOCK;
    while (block > SMALLEST_BLOCK && columns * block > LARGEST_SCRATCH) {
      block /= 2;
    }
    return block;
  }

  int scratchSize() {
    return columns * blockSize();
  }

  /** For each node the last step that reads it from outside, −1 if none does. */
  private int[] lastSteps() {
    int[] last = new int[column.length];
    Arrays.fill(last, -1);
    int[] home = new int[column.length];
    Arrays.fill(home, -1);
    for (int s = 0; s < steps.size(); s++) {
      for (int position : steps.get(s).nodes()) {
        home[position] = s;
        Node node = node(position);
        for (int slot = 0; slot < node.op().arity(); slot++) {
          if (home[node.operand(slot)] != s) {
            last[node.operand(slot)] = s;
          }
        }
      }
      if (steps.get(s) instanceof Step.Segment segment) {
        for (int output : segment.outputs()) {
          int root = graph.outputs().get(output);
          if (home[root] != s) {
            last[root] = s;
          }
        }
      }
    }
    return last;
  }

  private int assignColumns() {
    Arrays.fill(column, -1);
    int used = 0;
    Deque<Integer> free = new ArrayDeque<>();
    List<List<Integer>> ending = new ArrayList<>();
    steps.forEach(s -> ending.add(new ArrayList<>()));
    for (int s = 0; s < steps.size(); s++) {
      for (int position : steps.get(s).nodes()) {
        if (lastStep[position] > s) {
          column[position] = free.isEmpty() ? used++ : free.pop();
          ending.get(lastStep[position]).add(column[position]);
        } else if (steps.get(s) instanceof Step.Pass) {
          throw new IllegalStateException("a function without use was scheduled");
        }
      }
      ending.get(s).forEach(free::push);
    }
    return used;
  }
}
