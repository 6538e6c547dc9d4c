package org.metricflows.proofs.internal.witness;

import java.util.List;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.symbolic.derivation.Derivation;

/** What a program computes and what it should compute. */
public interface ProgramIdentity {

  /** The program; its outputs are one side of the identity. */
  Derivation program();

  /** Number of variables of the functions involved. */
  int variables();

  /** Highest derivative of a generic function that is needed. */
  int order();

  /** The program's inputs at a generic point and the identity's other side there. */
  <S> Sides<S> sides(Algebra<S> algebra);

  /**
   * Inputs and what the outputs should be, in the program's order.
   *
   * @param inputs one for each input of the program
   * @param outputs one for each output of the program
   */
  record Sides<S>(List<S> inputs, List<S> outputs) {}
}
