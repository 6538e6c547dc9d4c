package org.metricflows.bridge.internal.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.Node;
import org.metricflows.bridge.internal.graph.Op;

/**
 * Cuts a graph into steps: arithmetic that functions wait for, those functions, arithmetic that the
 * next functions wait for, …, the outputs.
 */
final class Schedule {

  /**
   * Long enough to keep values in registers, short enough for the JIT compiler: longer ones ran no
   * faster, and with several hundred operations vector code was not compiled any more.
   */
  static final int LARGEST_SEGMENT = 64;

  private final Graph graph;
  private final int[] depth;
  private final boolean[] done;
  private final List<Step> steps = new ArrayList<>();

  private Schedule(Graph graph) {
    this.graph = graph;
    this.depth = functionDepth(graph);
    this.done = new boolean[graph.nodes().size()];
  }

  static List<Step> of(Graph graph) {
    Schedule schedule = new Schedule(graph);
    int deepest = 0;
    for (int d : schedule.depth) {
      deepest = Math.max(deepest, d);
    }
    for (int level = 0; level <= deepest; level++) {
      schedule.functions(level);
    }
    schedule.outputs();
    return List.copyOf(schedule.steps);
  }

  /** For each node the number of functions on the longest path below it. */
  private static int[] functionDepth(Graph graph) {
    int[] depth = new int[graph.nodes().size()];
    for (int position = 0; position < depth.length; position++) {
      Node node = graph.nodes().get(position);
      for (int slot = 0; slot < node.op().arity(); slot++) {
        int operand = node.operand(slot);
        int below = depth[operand] + (graph.nodes().get(operand).op().isFunction() ? 1 : 0);
        depth[position] = Math.max(depth[position], below);
      }
    }
    return depth;
  }

  private void functions(int level) {
    List<Integer> functions = new ArrayList<>();
    List<Integer> arguments = new ArrayList<>();
    for (int position = 0; position < depth.length; position++) {
      Node node = graph.nodes().get(position);
      if (node.op().isFunction() && depth[position] == level) {
        functions.add(position);
        arguments.add(node.a());
        if (node.op().arity() > 1) {
          arguments.add(node.b());
        }
      }
    }
    arithmetic(arguments).forEach(nodes -> steps.add(new Step.Segment(nodes, List.of())));
    paired(functions).forEach(nodes -> steps.add(new Step.Pass(nodes)));
  }

  private List<List<Integer>> paired(List<Integer> functions) {
    Map<List<Integer>, List<Integer>> passes = new LinkedHashMap<>();
    for (int position : functions) {
      Node node = graph.nodes().get(position);
      boolean trigonometric = node.op() == Op.SIN || node.op() == Op.COS;
      List<Integer> key = trigonometric ? List.of(node.a()) : List.of(-1, position);
      passes.computeIfAbsent(key, k -> new ArrayList<>()).add(position);
      done[position] = true;
    }
    return List.copyOf(passes.values());
  }

  private void outputs() {
    List<Integer> roots = graph.outputs();
    List<List<Integer>> segments = arithmetic(roots);
    Map<Integer, Integer> segmentOf = new LinkedHashMap<>();
    for (int s = 0; s < segments.size(); s++) {
      for (int position : segments.get(s)) {
        segmentOf.put(position, s);
      }
    }
    int last = Math.max(0, segments.size() - 1);
    List<List<Integer>> written = new ArrayList<>();
    for (int s = 0; s <= last; s++) {
      written.add(new ArrayList<>());
    }
    for (int o = 0; o < roots.size(); o++) {
      written.get(segmentOf.getOrDefault(roots.get(o), last)).add(o);
    }
    for (int s = 0; s <= last; s++) {
      List<Integer> nodes = s < segments.size() ? segments.get(s) : List.of();
      steps.add(new Step.Segment(nodes, List.copyOf(written.get(s))));
    }
  }

  /** The arithmetic nodes that the roots still wait for, in chunks. */
  private List<List<Integer>> arithmetic(List<Integer> roots) {
    boolean[] wanted = new boolean[done.length];
    for (int root : roots) {
      wanted[root] = true;
    }
    for (int position = done.length - 1; position >= 0; position--) {
      Node node = graph.nodes().get(position);
      wanted[position] &= !done[position] && node.op().isArithmetic();
      for (int slot = 0; wanted[position] && slot < node.op().arity(); slot++) {
        wanted[node.operand(slot)] = true;
      }
    }
    List<Integer> nodes = new ArrayList<>();
    for (int position = 0; position < done.length; position++) {
      if (wanted[position]) {
        nodes.add(position);
        done[position] = true;
      }
    }
    return chunks(nodes);
  }

  private static List<List<Integer>> chunks(List<Integer> nodes) {
    int count = (nodes.size() + LARGEST_SEGMENT - 1) / LARGEST_SEGMENT;
    List<List<Integer>> chunks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int from = (int) ((long) nodes.size() * k / count);
      int to = (int) ((long) nodes.size() * (k + 1) / count);
      chunks.add(List.copyOf(nodes.subList(from, to)));
    }
    return chunks;
  }
}
