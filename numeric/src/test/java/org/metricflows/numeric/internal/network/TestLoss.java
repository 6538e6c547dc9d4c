package org.metricflows.numeric.internal.network;

import java.util.function.IntUnaryOperator;
import org.hipparchus.CalculusFieldElement;

/**
 * A loss that sees every jet coefficient with a factor of its own: at point p the share is sin(s) +
 * s² with s = Σ_c f_{c,p} jet_c, over any field and with its derivative written by hand.
 */
record TestLoss(int order) implements JetLoss {

  static double factor(int column, int point) {
    IntUnaryOperator hash = k -> (k * 7919 + 13) % 101;
    return (hash.applyAsInt(column * 17 + point) - 50) / 300.0;
  }

  static <T extends CalculusFieldElement<T>> T share(T weighted) {
    return weighted.sin().add(weighted.multiply(weighted));
  }

  @Override
  public double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    double sum = 0;
    for (int p = 0; p < count; p++) {
      double s = 0;
      for (int c = 0; c < jets.length; c++) {
        s += factor(c, points[from + p]) * jets[c][p];
      }
      sum += Math.sin(s) + s * s;
      for (int c = 0; c < jets.length; c++) {
        adjoints[c][p] = (Math.cos(s) + 2 * s) * factor(c, points[from + p]);
      }
    }
    return sum;
  }
}
