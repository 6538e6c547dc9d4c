package org.metricflows.bridge.spec;

/** Where a piece of a spec was written: a file (or an option) and a line from 1, 0 for none. */
record Location(String origin, int line) {
  @Override
  public String toString() {
    return line > 0 ? origin + ":" + line : origin;
  }
}
