package org.metricflows.proofs.internal.tensor;

import java.util.List;
import java.util.Set;
import org.metricflows.proofs.internal.formula.Equation;
import org.metricflows.proofs.internal.formula.Index;
import org.metricflows.symbolic.expression.Rational;

/** What a name stands for. */
sealed interface Entity {

  /** A known number. */
  record Known(Rational value) implements Entity {}

  /**
   * A generic tensor field.
   *
   * @param indices its indices as declared
   * @param symmetric whether it is symmetric in all of them
   * @param variables the variables it depends on; a constant on none
   */
  record Unknown(List<Index> indices, boolean symmetric, Set<Integer> variables)
      implements Entity {}

  /** The coordinate x_v. */
  record Coordinate(int v) implements Entity {}

  /** The coordinates of a family as components: x^i. */
  record Position(Index index) implements Entity {}

  /**
   * Components given by formulas, those left out being zero.
   *
   * @param indices positions of the indices and the families they run over
   * @param pieces one equation for all components, or some for some
   * @param symmetric whether components with exchanged indices are given by the same piece
   */
  record Defined(List<Index> indices, List<Equation> pieces, boolean symmetric) implements Entity {}

  /** Kronecker's symbol, in any position of its indices. */
  record Kronecker() implements Entity {}

  /**
   * A generic function of the components of another tensor, or its gradient by them.
   *
   * @param argument key of the tensor, of rank one
   * @param gradient whether this is the gradient
   */
  record Composite(String name, String argument, boolean gradient) implements Entity {}

  /** The name and the rank under which a tensor is found: R/0, R/2 and R/4 are three tensors. */
  static String key(String name, int rank) {
    return name + "/" + rank;
  }
}
