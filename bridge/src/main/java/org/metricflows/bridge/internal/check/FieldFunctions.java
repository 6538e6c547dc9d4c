package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.numeric.internal.batch.JetSpace;

/** The functions that make a metric, as Taylor polynomials in the coordinates near a point. */
@FunctionalInterface
interface FieldFunctions {

  /**
   * All of them.
   *
   * @param x the numbers of the point
   */
  List<DerivativeStructure> at(double[] x, int order);

  /**
   * Functions with given jets of order 2 at a point, and no higher derivatives.
   *
   * @param jets {@code [function·J + coefficient]}
   */
  static FieldFunctions of(int dimension, double... jets) {
    TaylorLayout layout = new TaylorLayout(new JetSpace(dimension, 2));
    return (x, order) -> {
      DSFactory factory = new DSFactory(dimension, order);
      List<DerivativeStructure> functions = new ArrayList<>();
      for (int c = 0; c < jets.length / layout.size(); c++) {
        double[] derivatives = new double[factory.getCompiler().getSize()];
        for (int k = 0; k < layout.size(); k++) {
          if (layout.total(k) <= order) {
            int index = factory.getCompiler().getPartialDerivativeIndex(layout.orders(k));
            derivatives[index] = jets[c * layout.size() + k];
          }
        }
        functions.add(factory.build(derivatives));
      }
      return functions;
    };
  }
}
