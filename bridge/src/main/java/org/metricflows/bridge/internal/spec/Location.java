package org.metricflows.bridge.internal.spec;

import org.metricflows.symbolic.InputException;

/** Where a piece of a spec was written: a file (or an option) and a line from 1, 0 for none. */
record Location(String origin, int line) {

  /** Bad input in a field that stands here. */
  InputException error(String field, String problem) {
    return InputException.of(field, problem).in(toString());
  }

  @Override
  public String toString() {
    return line > 0 ? origin + ":" + line : origin;
  }
}
