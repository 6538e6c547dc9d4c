package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;

/**
 * A derivation as operations on doubles: every common subexpression once, nothing that no output
 * needs. Equal graphs compute the same bits.
 *
 * @param inputs number of inputs
 * @param nodes the operations; operands stand before the nodes that use them
 * @param outputs position of each output's node
 */
public record Graph(int inputs, List<Node> nodes, List<Integer> outputs) {

  public Graph {
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  /** The graph of a derivation, inputs and outputs in the derivation's order. */
  public static Graph of(Derivation derivation) {
    TermTable table = new TermTable();
    List<Scaled> inputs = new ArrayList<>();
    for (int i = 0; i < derivation.inputs().size(); i++) {
      inputs.add(new Scaled(Numbers.ONE, table.intern(new Term.InputTerm(i))));
    }
    List<Scaled> outputs = derivation.evaluate(new TermAlgebra(table), inputs);
    NodePool pool = new NodePool();
    Emitter emitter = new Emitter(table, pool, outputs);
    int[] roots = outputs.stream().mapToInt(emitter::scaled).toArray();
    return new Ordering(pool.nodes(), roots).graph(inputs.size(), roots);
  }

  /** Number of operations, inputs and constants not counted. */
  public int operations() {
    return (int) nodes.stream().filter(n -> !n.op().isLeaf()).count();
  }

  /** Number of nodes with an operation. */
  public int count(Op op) {
    return (int) nodes.stream().filter(n -> n.op() == op).count();
  }
}
