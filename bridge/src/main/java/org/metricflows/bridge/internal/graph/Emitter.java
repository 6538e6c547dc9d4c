package org.metricflows.bridge.internal.graph;

import java.util.List;
import org.metricflows.bridge.internal.graph.Term.InputTerm;
import org.metricflows.bridge.internal.graph.Term.NumberTerm;
import org.metricflows.bridge.internal.graph.Term.OperationTerm;
import org.metricflows.bridge.internal.graph.Term.ProductTerm;
import org.metricflows.bridge.internal.graph.Term.SumTerm;
import org.metricflows.symbolic.expression.Rational;

/** Turns terms into operations of at most three operands. */
final class Emitter {

  private final TermTable table;
  private final NodePool pool;
  private final ProductEmitter products;
  private final SumEmitter sums;

  /** For each term the node that computes it, −1 if it is not needed. */
  private final int[] nodeOf;

  Emitter(TermTable table, NodePool pool, List<Scaled> outputs) {
    this.table = table;
    this.pool = pool;
    TermUse use = TermUse.of(table, outputs);
    this.nodeOf = new int[table.size()];
    this.products = new ProductEmitter(pool, use, nodeOf);
    this.sums = new SumEmitter(table, pool, nodeOf);
    for (int term = 0; term < nodeOf.length; term++) {
      nodeOf[term] = use.isNeeded(term) ? emit(table.get(term)) : -1;
    }
  }

  /** The node of coefficient · term. */
  int scaled(Scaled scaled) {
    if (table.isNumber(scaled)) {
      return pool.constant(table.number(scaled));
    }
    return scaled(scaled.coefficient(), nodeOf[scaled.term()]);
  }

  private int scaled(Rational coefficient, int node) {
    if (coefficient.isOne()) {
      return node;
    }
    Node scaledNode = pool.get(node);
    if (scaledNode.op() == Op.MUL && pool.get(scaledNode.a()).op() == Op.CONSTANT) {
      double factor = coefficient.toDouble() * pool.get(scaledNode.a()).value();
      return pool.binary(Op.MUL, pool.constant(factor), scaledNode.b());
    }
    return coefficient.equals(Numbers.MINUS_ONE)
        ? pool.unary(Op.NEG, node)
        : pool.binary(Op.MUL, pool.constant(coefficient.toDouble()), node);
  }

  private int emit(Term term) {
    if (term instanceof InputTerm input) {
      return pool.input(input.index());
    } else if (term instanceof NumberTerm number) {
      return pool.constant(number.value());
    } else if (term instanceof SumTerm sum) {
      return sum.parts().size() == 1 ? scaled(sum.parts().get(0)) : sums.emit(sum);
    } else if (term instanceof ProductTerm product) {
      return products.emit(product);
    } else if (term instanceof OperationTerm operation) {
      return operation(operation);
    }
    return pool.constant(1);
  }

  private int operation(OperationTerm term) {
    int a = scaled(term.operands().get(0));
    return term.op().arity() == 1
        ? pool.unary(term.op(), a)
        : pool.binary(term.op(), a, scaled(term.operands().get(1)));
  }
}
