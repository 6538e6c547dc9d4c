package org.metricflows.proofs.internal.formula;

/**
 * An index: a label, or a digit for one component, and where it stands.
 *
 * @param label a letter such as {@code i}, {@code \mu} or {@code \bar b}, or a digit from 1
 * @param upper whether it is a superscript
 */
public record Index(String label, boolean upper) {

  /** Whether the index names one component. */
  public boolean isFixed() {
    return Character.isDigit(label.charAt(0));
  }

  /** The component that a fixed index names, counted from 0. */
  public int component() {
    return Integer.parseInt(label) - 1;
  }

  public Index withLabel(String other) {
    return new Index(other, upper);
  }

  @Override
  public String toString() {
    return (upper ? "^" : "_") + label;
  }
}
