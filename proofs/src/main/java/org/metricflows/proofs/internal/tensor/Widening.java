package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.Index;

/**
 * Covariant derivatives of a named tensor of which only some components are asked for: ∇_1 V_2
 * needs all components of V.
 *
 * @param formula the same with an index of its own for each place
 * @param labels the indices to put on its slots afterwards
 * @param isNeeded whether any index is fixed or restricted
 */
record Widening(Formula formula, List<Index> labels, boolean isNeeded) {

  static Widening of(Formula.Covariant outer, Setting setting) {
    List<Index> labels = new ArrayList<>();
    Formula wide = widened(outer, labels);
    boolean chain = wide != null;
    boolean partial =
        labels.stream().anyMatch(i -> i.isFixed() || !setting.isWhole(setting.range(i)));
    return new Widening(wide, labels, chain && partial);
  }

  /** The chain of derivatives with indices #0, #1, …, or null if it ends in no name. */
  private static Formula widened(Formula formula, List<Index> labels) {
    if (formula instanceof Formula.Covariant covariant) {
      Index index = fresh(covariant.index(), labels);
      Formula operand = widened(covariant.operand(), labels);
      return operand == null ? null : new Formula.Covariant(index, operand);
    }
    if (formula instanceof Formula.Reference name) {
      List<Index> indices = new ArrayList<>();
      name.indices().forEach(i -> indices.add(fresh(i, labels)));
      return new Formula.Reference(name.name(), indices);
    }
    return null;
  }

  private static Index fresh(Index index, List<Index> labels) {
    labels.add(index);
    return index.withLabel("#w" + labels.size());
  }
}
