package org.metricflows.numeric.internal.kernel.jet;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A truncated Taylor expansion in x and x' under construction: which column holds each coefficient.
 *
 * <p>A coefficient that vanishes for every pair of points has no column, so that a function of x
 * alone, of x' alone, or a constant costs only what it contains. Jets belong to the {@link
 * JetAlgebra} that made them.
 */
public final class Jet {

  static final int ZERO = -1;

  private final int[] columns;

  Jet(int[] columns) {
    this.columns = columns;
  }

  int column(int coefficient) {
    return columns[coefficient];
  }

  boolean isZero(int coefficient) {
    return columns[coefficient] == ZERO;
  }

  boolean isZero() {
    return Arrays.stream(columns).allMatch(c -> c == ZERO);
  }

  /** The part that vanishes at the point of expansion. */
  public Jet nilpotent() {
    int[] rest = columns.clone();
    rest[0] = ZERO;
    return new Jet(rest);
  }

  /** The part with the chosen coefficients alone. */
  public Jet restrict(IntPredicate chosen) {
    int[] part = columns.clone();
    for (int c = 0; c < part.length; c++) {
      part[c] = chosen.test(c) ? part[c] : ZERO;
    }
    return new Jet(part);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Jet jet && Arrays.equals(columns, jet.columns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(columns);
  }
}
