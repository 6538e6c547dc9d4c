package org.metricflows.proofs.internal.formula;

import java.util.List;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * A formula of tensor calculus in index notation.
 *
 * <p>A label that occurs once in a term is free, one that occurs twice is summed over.
 */
public sealed interface Formula {

  /** An exact number. */
  record Number(Rational value) implements Formula {}

  /** A named tensor with its indices in reading order; a scalar has none. */
  record Reference(String name, List<Index> indices) implements Formula {
    public Reference {
      indices = List.copyOf(indices);
    }
  }

  /** A sum of terms with the same free indices. */
  record Sum(List<Formula> terms) implements Formula {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A product, summed over the labels that occur twice. */
  record Product(List<Formula> factors) implements Formula {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /** A scalar to a power; the exponent is a number or made of numbers and the dimension d. */
  record Power(Formula base, Formula exponent) implements Formula {}

  /** An elementary function of a scalar. */
  record Apply(Fn function, Formula argument) implements Formula {}

  /** The determinant of a named tensor of rank two. */
  record Determinant(String name) implements Formula {}

  /** ∂_i of all that stands in the operand, coordinate by coordinate. */
  record Partial(Index index, Formula operand) implements Formula {}

  /** The covariant derivative ∇_i, or ∇^i. */
  record Covariant(Index index, Formula operand) implements Formula {}

  /** The Laplacian g^{ab}∇_a∇_b. */
  record Laplacian(Formula operand) implements Formula {}

  /** The first variation δ of the operand. */
  record Variation(Formula operand) implements Formula {}

  static Formula of(long value) {
    return new Number(Rational.of(value));
  }

  /** Whether this is the number zero. */
  default boolean isZero() {
    return this instanceof Number number && number.value().signum() == 0;
  }
}
