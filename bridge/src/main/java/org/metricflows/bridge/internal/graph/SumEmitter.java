package org.metricflows.bridge.internal.graph;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.graph.Term.SumTerm;

/**
 * Emits sums as P − N: what is added and what is subtracted, each accumulated in a fixed order by
 * fused multiply-adds.
 */
final class SumEmitter {

  private final TermTable table;
  private final NodePool pool;
  private final int[] nodeOf;

  SumEmitter(TermTable table, NodePool pool, int[] nodeOf) {
    this.table = table;
    this.pool = pool;
    this.nodeOf = nodeOf;
  }

  /** The node a · b, or a alone where b is −1, not yet computed. */
  private record Addend(int a, int b) {
    boolean isPlain() {
      return b < 0;
    }
  }

  int emit(SumTerm sum) {
    List<Addend> added = new ArrayList<>();
    List<Addend> subtracted = new ArrayList<>();
    for (Scaled part : sum.parts()) {
      Addend multiple = multiple(part);
      if (multiple != null) {
        added.add(multiple);
      } else {
        (part.coefficient().isOne() ? added : subtracted).add(product(nodeOf[part.term()]));
      }
    }
    if (subtracted.isEmpty()) {
      return total(added);
    }
    return added.isEmpty()
        ? pool.unary(Op.NEG, total(subtracted))
        : pool.binary(Op.SUB, total(added), total(subtracted));
  }

  /** A number or a multiple by a number, which takes any sign at no cost; else null. */
  private Addend multiple(Scaled part) {
    if (table.isNumber(part)) {
      return new Addend(pool.constant(table.number(part)), -1);
    }
    double coefficient = part.coefficient().toDouble();
    Node node = pool.get(nodeOf[part.term()]);
    if (node.op() == Op.MUL && pool.get(node.a()).op() == Op.CONSTANT) {
      return new Addend(pool.constant(coefficient * pool.get(node.a()).value()), node.b());
    }
    return part.isSigned() ? null : new Addend(pool.constant(coefficient), nodeOf[part.term()]);
  }

  private Addend product(int position) {
    Node node = pool.get(position);
    return node.op() == Op.MUL ? new Addend(node.a(), node.b()) : new Addend(position, -1);
  }

  /** The chain starts with an addend that needs no multiplication, if there is one. */
  private int total(List<Addend> addends) {
    int start = 0;
    for (int i = addends.size() - 1; i >= 0; i--) {
      start = addends.get(i).isPlain() ? i : start;
    }
    Addend first = addends.get(start);
    int total = first.isPlain() ? first.a() : pool.binary(Op.MUL, first.a(), first.b());
    for (int i = 0; i < addends.size(); i++) {
      if (i != start) {
        total = accumulate(addends.get(i), total);
      }
    }
    return total;
  }

  private int accumulate(Addend addend, int total) {
    return addend.isPlain()
        ? pool.binary(Op.ADD, addend.a(), total)
        : pool.fma(addend.a(), addend.b(), total);
  }
}
