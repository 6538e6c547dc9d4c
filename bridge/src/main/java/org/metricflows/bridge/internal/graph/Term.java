package org.metricflows.bridge.internal.graph;

import java.util.List;
import org.metricflows.symbolic.expression.Rational;

/** A node of the exact graph, in which sums and products have any number of operands. */
sealed interface Term {

  /** The number one: rational numbers are its multiples. */
  record Unit() implements Term {}

  /** Input number {@code index}. */
  record InputTerm(int index) implements Term {}

  /** A number that is not rational. */
  record NumberTerm(double value) implements Term {}

  /**
   * A sum of multiples of terms, sorted by term; one part only where a scaled term is an operand.
   */
  record SumTerm(List<Scaled> parts) implements Term {}

  /** A product of powers, sorted by term. */
  record ProductTerm(List<Factor> factors) implements Term {
    /** Whether this is one power. */
    boolean isPower() {
      return factors.size() == 1;
    }
  }

  /** term^exponent, where the exponent is a multiple of ½, or any rational for a lone factor. */
  record Factor(int term, Rational exponent) {}

  /** An operation that is neither sum nor product. */
  record OperationTerm(Op op, List<Scaled> operands) implements Term {}
}
