package org.metricflows.proofs.internal.witness;

import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.GraphEvaluator;
import org.metricflows.bridge.internal.graph.Node;

/**
 * Bounds the rounding errors of a program at a point by running error analysis (Wilkinson; Higham,
 * Accuracy and Stability, §3.3).
 *
 * <p>With the computed values a, b of two operands, their errors α, β and the unit roundoff u =
 * 2⁻⁵³, the error of the computed r is at most
 *
 * <pre>
 *   a ± b   α + β + u|r|               a / b   (α + |r|β)/(|b| − β) + u|r|
 *   a · b   |a|β + |b|α + αβ + u|r|    √a      α/√a + u|r|
 * </pre>
 *
 * <p>The bound is computed in doubles itself, so a hundredth is added at the end.
 */
final class RoundingBound {
  private static final double UNIT = 0x1p-53;

  /** A constant is a rational number that was rounded, at most three times with its factors. */
  private static final double CONSTANT = 3 * UNIT;

  private static final double ROUNDED_UP = 1.01;

  private final Graph graph;
  private final double[] values;
  private final double[] errors;

  private RoundingBound(Graph graph, double[] values) {
    this.graph = graph;
    this.values = values;
    this.errors = new double[values.length];
  }

  /**
   * How far each output can be from its exact value.
   *
   * @param inputs the point
   * @param inputErrors how far each input is from its exact value
   * @return a bound for each output, infinite or NaN where a divisor may be zero or a sign either
   * @throws IllegalArgumentException if the program has other operations than arithmetic
   */
  static double[] of(Graph graph, double[] inputs, double[] inputErrors) {
    double[] values = new GraphEvaluator(withAllOutputs(graph)).evaluate(inputs);
    RoundingBound bound = new RoundingBound(graph, values);
    for (int n = 0; n < values.length; n++) {
      bound.errors[n] = bound.error(n, inputErrors);
    }
    return graph.outputs().stream().mapToDouble(n -> ROUNDED_UP * bound.errors[n]).toArray();
  }

  private static Graph withAllOutputs(Graph graph) {
    List<Integer> all = IntStream.range(0, graph.nodes().size()).boxed().toList();
    return new Graph(graph.inputs(), graph.nodes(), all);
  }

  private double error(int n, double[] inputErrors) {
    Node node = graph.nodes().get(n);
    double rounding = UNIT * Math.abs(values[n]);
    return switch (node.op()) {
      case INPUT -> inputErrors[node.a()];
      case CONSTANT -> CONSTANT * Math.abs(node.value());
      case NEG, ABS -> errors[node.a()];
      case ADD, SUB -> errors[node.a()] + errors[node.b()] + rounding;
      case MUL -> product(node) + rounding;
      case FMA -> product(node) + errors[node.c()] + rounding;
      case DIV -> {
        double b = Math.abs(values[node.b()]) - errors[node.b()];
        double above = errors[node.a()] + Math.abs(values[n]) * errors[node.b()];
        yield b > 0 ? above / b + rounding : Double.POSITIVE_INFINITY;
      }
      case SIGN -> Math.abs(values[node.a()]) > errors[node.a()] ? 0 : Double.POSITIVE_INFINITY;
      case SQRT -> errors[node.a()] / values[n] + rounding;
      default ->
          throw new IllegalArgumentException("no bound is known for the rounding of " + node.op());
    };
  }

  private double product(Node node) {
    double a = Math.abs(values[node.a()]);
    double b = Math.abs(values[node.b()]);
    double alpha = errors[node.a()];
    double beta = errors[node.b()];
    return a * beta + b * alpha + alpha * beta;
  }
}
