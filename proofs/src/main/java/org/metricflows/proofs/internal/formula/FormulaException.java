package org.metricflows.proofs.internal.formula;

/** A formula that cannot be read, or that has no meaning where it is used. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public FormulaException(String message) {
    super(message);
  }
}
