package org.metricflows.bridge.internal.flow;

import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.loss.Loss;

/** Refuses losses whose fixed functions of the coordinates are undefined at a sample point. */
final class FieldCheck {

  private FieldCheck() {}

  /**
   * @param columns the loss's fields: {@code [field][point]}
   */
  static void finite(Loss loss, double[][] columns) {
    for (int f = 0; f < columns.length; f++) {
      for (int p = 0; p < columns[f].length; p++) {
        if (!Double.isFinite(columns[f][p])) {
          throw InputException.of(
              loss.source(),
              "" + loss.fields().get(f).name() + " is not finite at sample point " + p);
        }
      }
    }
  }

  /** A density must be positive. */
  static void positive(double[] density) {
    for (int p = 0; p < density.length; p++) {
      if (!(density[p] > 0)) {
        throw InputException.of(
            "loss.density", "it is " + density[p] + " at sample point " + p + ", must be positive");
      }
    }
  }
}
