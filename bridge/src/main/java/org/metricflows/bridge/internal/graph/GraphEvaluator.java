package org.metricflows.bridge.internal.graph;

import org.metricflows.numeric.internal.batch.ColumnMap;

/**
 * Evaluates a graph node by node: slow, without any preparation, and to the bit what the compiled
 * program gives. For a few points, and for tests.
 */
public final class GraphEvaluator implements ColumnMap {

  private final Graph graph;

  public GraphEvaluator(Graph graph) {
    this.graph = graph;
  }

  /** The outputs at one point. */
  public double[] evaluate(double... point) {
    if (point.length != graph.inputs()) {
      throw new IllegalArgumentException(
          "point: " + point.length + " numbers given for " + graph.inputs() + " inputs");
    }
    double[] values = new double[graph.nodes().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(graph.nodes().get(i), point, values);
    }
    return graph.outputs().stream().mapToDouble(o -> values[o]).toArray();
  }

  private static double value(Node node, double[] point, double[] values) {
    return switch (node.op()) {
      case INPUT -> point[node.a()];
      case CONSTANT -> node.value();
      default -> {
        double a = values[node.a()];
        double b = node.op().arity() > 1 ? values[node.b()] : 0;
        double c = node.op().arity() > 2 ? values[node.c()] : 0;
        yield Operations.apply(node.op(), a, b, c);
      }
    };
  }

  @Override
  public int inputs() {
    return graph.inputs();
  }

  @Override
  public int outputs() {
    return graph.outputs().size();
  }

  @Override
  public void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count) {
    double[] point = new double[inputs()];
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < point.length; c++) {
        point[c] = in[c][inOffset[c] + i];
      }
      double[] result = evaluate(point);
      for (int o = 0; o < result.length; o++) {
        out[o][outOffset[o] + i] = result[o];
      }
    }
  }
}
