package org.metricflows.proofs.internal.theorem;

import java.util.List;
import java.util.Optional;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.witness.ProgramIdentity;

/** An identity left = right, as something that any arithmetic can compute. */
public interface Statement {

  /** The identity as it is printed. */
  String latex();

  /** The definitions that the identity rests on, as LaTeX, each after those it uses. */
  List<String> lines();

  /** Number of variables of the functions involved. */
  int variables();

  /** Highest derivative of a generic function that is needed. */
  int order();

  /**
   * The components of left − right; the identity holds if all of them vanish at the generic point.
   */
  <S> List<S> difference(Algebra<S> algebra);

  /** The identity as one of a program that can be compiled and run, if it is one. */
  default Optional<ProgramIdentity> witnessed() {
    return Optional.empty();
  }
}
