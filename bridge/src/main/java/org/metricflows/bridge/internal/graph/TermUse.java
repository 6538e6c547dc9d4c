package org.metricflows.bridge.internal.graph;

import java.util.List;
import org.metricflows.bridge.internal.graph.Term.Factor;
import org.metricflows.bridge.internal.graph.Term.OperationTerm;
import org.metricflows.bridge.internal.graph.Term.ProductTerm;
import org.metricflows.bridge.internal.graph.Term.SumTerm;

/** Which terms the outputs need, and how often each one divides. */
final class TermUse {

  private final boolean[] needed;
  private final int[] divisions;

  private TermUse(int size) {
    this.needed = new boolean[size];
    this.divisions = new int[size];
  }

  static TermUse of(TermTable table, List<Scaled> outputs) {
    TermUse use = new TermUse(table.size());
    outputs.forEach(o -> use.needed[o.term()] = true);
    for (int term = table.size() - 1; term >= 0; term--) {
      if (use.needed[term]) {
        use.mark(table.get(term));
      }
    }
    return use;
  }

  private void mark(Term term) {
    if (term instanceof SumTerm sum) {
      sum.parts().forEach(p -> needed[p.term()] = true);
    } else if (term instanceof OperationTerm operation) {
      operation.operands().forEach(o -> needed[o.term()] = true);
    } else if (term instanceof ProductTerm product) {
      for (Factor factor : product.factors()) {
        needed[factor.term()] = true;
        if (factor.exponent().signum() < 0) {
          divisions[factor.term()]++;
        }
      }
    }
  }

  boolean isNeeded(int term) {
    return needed[term];
  }

  /** Number of products that a term divides. */
  int divisions(int term) {
    return divisions[term];
  }
}
