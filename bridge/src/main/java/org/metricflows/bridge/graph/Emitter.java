package org.metricflows.bridge.graph;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.graph.Term.InputTerm;
import org.metricflows.bridge.graph.Term.NumberTerm;
import org.metricflows.bridge.graph.Term.OperationTerm;
import org.metricflows.bridge.graph.Term.ProductTerm;
import org.metricflows.bridge.graph.Term.SumTerm;
import org.metricflows.symbolic.expression.Rational;

/**
 * Turns terms into operations of at most three operands.
 *
 * <p>A sum is P − N with both parts accumulated in a fixed order by fused multiply-adds.
 */
final class Emitter {

  private final TermTable table;
  private final NodePool pool;
  private final ProductEmitter products;

  /** For each term the node that computes it, −1 if it is not needed. */
  private final int[] nodeOf;

  Emitter(TermTable table, NodePool pool, List<Scaled> outputs) {
    this.table = table;
    this.pool = pool;
    TermUse use = TermUse.of(table, outputs);
    this.nodeOf = new int[table.size()];
    this.products = new ProductEmitter(pool, use, nodeOf);
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
      return sum(sum);
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

  private int sum(SumTerm sum) {
    if (sum.parts().size() == 1) {
      return scaled(sum.parts().get(0));
    }
    List<Scaled> positive = new ArrayList<>();
    List<Scaled> negative = new ArrayList<>();
    for (Scaled part : sum.parts()) {
      boolean subtract = part.coefficient().signum() < 0 && !table.isNumber(part);
      (subtract ? negative : positive).add(subtract ? part.times(Numbers.MINUS_ONE) : part);
    }
    if (negative.isEmpty()) {
      return total(positive);
    }
    return positive.isEmpty()
        ? pool.unary(Op.NEG, total(negative))
        : pool.binary(Op.SUB, total(positive), total(negative));
  }

  /** Σ of multiples with positive coefficients, and of at most one number. */
  private int total(List<Scaled> parts) {
    int start = 0;
    while (start < parts.size() - 1 && !isPlain(parts.get(start))) {
      start++;
    }
    start = isPlain(parts.get(start)) ? start : 0;
    int total = scaled(parts.get(start));
    for (int i = 0; i < parts.size(); i++) {
      if (i != start) {
        total = accumulate(parts.get(i), total);
      }
    }
    return total;
  }

  /** Whether a part is ready to be added to, without a multiplication that could be fused. */
  private boolean isPlain(Scaled part) {
    return table.isNumber(part)
        || part.coefficient().isOne() && products.split(nodeOf[part.term()]) == null;
  }

  private int accumulate(Scaled part, int total) {
    int node = nodeOf[part.term()];
    if (table.isNumber(part)) {
      return pool.binary(Op.ADD, scaled(part), total);
    }
    int[] factors = products.split(node);
    if (factors == null) {
      return part.coefficient().isOne()
          ? pool.binary(Op.ADD, node, total)
          : pool.fma(pool.constant(part.coefficient().toDouble()), node, total);
    }
    if (part.coefficient().isOne()) {
      return pool.fma(factors[0], factors[1], total);
    }
    double coefficient = part.coefficient().toDouble();
    return pool.get(factors[0]).op() == Op.CONSTANT
        ? pool.fma(pool.constant(coefficient * pool.get(factors[0]).value()), factors[1], total)
        : pool.fma(pool.constant(coefficient), node, total);
  }
}
